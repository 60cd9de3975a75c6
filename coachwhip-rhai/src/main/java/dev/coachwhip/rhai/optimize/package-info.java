/** What Rhai's default optimizer does to trees, as far as scripts can see it. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.optimize;

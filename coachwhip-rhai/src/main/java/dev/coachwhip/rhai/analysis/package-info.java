/** What is known of a script before it runs: names, captures, types, limits. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.analysis;

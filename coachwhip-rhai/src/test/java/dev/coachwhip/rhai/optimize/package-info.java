/** Tests of the optimizer. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.optimize;

/** Tests of the compiler, and the times of what it makes. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.compile;

/** Debugging with the real debugpy, by a small client of the Debug Adapter Protocol. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.debug;

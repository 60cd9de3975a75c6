/** Scripts that nobody wrote: whatever they are, an answer comes out, and in time. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.fuzz;

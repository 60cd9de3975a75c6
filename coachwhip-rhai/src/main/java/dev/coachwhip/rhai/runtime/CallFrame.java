package dev.coachwhip.rhai.runtime;

/**
 * A call that an error went through.
 *
 * @param function the function's name; {@code anon$...} for a closure's
 * @param source the source of the function where it is another file, else empty
 * @param line of the call, from 1; 0 for none
 * @param column of the call in characters, from 1; 0 for none
 */
public record CallFrame(String function, String source, int line, int column) {}

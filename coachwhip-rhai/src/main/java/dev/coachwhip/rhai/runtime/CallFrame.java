package dev.coachwhip.rhai.runtime;

/**
 * A call or an import that an error went through.
 *
 * @param function the function's name; {@code anon$...} for a closure's; {@link #MODULE}
 * @param source the source of the function or module; empty if it is the caller's
 * @param line of the call, from 1; 0 for none
 * @param column of the call in characters, from 1; 0 for none
 */
public record CallFrame(String function, String source, int line, int column) {

  /** What stands for a function's name where the top level of a module runs. */
  public static final String MODULE = "<module>";
}

package dev.coachwhip.python;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.python.interp.PyRef;
import org.jspecify.annotations.Nullable;

/**
 * A script as Python runs it: its statements, then its last expression if it ends with one.
 *
 * @param source what was compiled
 * @param statements code object, null if there are none
 * @param expression code object of the last expression, null if there is none
 * @param use what the statements do with the variable {@code result}
 * @param awaits whether the statements or the expression await, and so need the engine's event loop
 * @param isFile whether the source's name is that of a file
 */
record CompiledScript(
    ScriptSource source,
    @Nullable PyRef statements,
    @Nullable PyRef expression,
    ResultUse use,
    boolean awaits,
    boolean isFile) {

  /**
   * Whether a script that ends with no expression assigns {@code result}; named as in our Python
   * code.
   */
  enum ResultUse {
    NEVER,
    ALWAYS,
    PERHAPS,
    PERHAPS_AND_READ
  }
}

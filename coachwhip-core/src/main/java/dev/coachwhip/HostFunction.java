package dev.coachwhip;

import org.jspecify.annotations.Nullable;

/**
 * A Java function that scripts can call.
 *
 * <p>It runs on the thread that runs the script, and may block, call back into the engine, or
 * throw: the script sees an error it can catch, and an exception that the script lets through
 * reaches the host as the cause, the same object.
 */
@FunctionalInterface
public interface HostFunction {

  /**
   * Begins a function that knows its parameters and says what it does.
   *
   * @param documentation for readers of scripts; empty for none
   */
  static DescribedFunction.Builder described(String documentation) {
    return new DescribedFunction.Builder(documentation);
  }

  /**
   * Does the work.
   *
   * @param arguments what the script passed; may be kept after the call
   * @return the result, converted as by {@link ScriptEngine#setGlobal}
   * @throws Exception whatever goes wrong; an {@link InterruptedException} stops the script
   */
  @Nullable Object call(Arguments arguments) throws Exception;
}

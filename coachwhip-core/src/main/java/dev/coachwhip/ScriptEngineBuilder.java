package dev.coachwhip;

import java.io.OutputStream;

/** Builds one engine; {@link ScriptEngines#builder} makes builders. Not threadsafe. */
public interface ScriptEngineBuilder {

  /**
   * Sends what scripts print here, line by line as it is written; default: the program's {@link
   * System#out}. The stream is written by whichever thread runs the script, and is flushed but
   * never closed.
   */
  ScriptEngineBuilder output(OutputStream stream);

  /**
   * Sends what scripts write to their error output here; default: the program's {@link System#err}.
   */
  ScriptEngineBuilder errorOutput(OutputStream stream);

  /** Limits every run; default: {@link ScriptLimits#none()}. */
  ScriptEngineBuilder limits(ScriptLimits limits);

  /** Restricts what scripts may do; default: {@link Policy#open()}. */
  ScriptEngineBuilder policy(Policy policy);

  /** Chooses where the engine runs; default: {@link Isolation#NONE}. */
  ScriptEngineBuilder isolation(Isolation isolation);

  /**
   * Chooses what happens where the system cannot enforce the policy of an engine in a process of
   * its own; default: {@link Sandbox#REQUIRED}. Without {@link Isolation#PROCESS} it has no effect.
   */
  ScriptEngineBuilder sandbox(Sandbox sandbox);

  /**
   * Chooses what happens to an engine with a run that does not let itself stop; default: {@link
   * WhenStuck#REFUSE}.
   */
  ScriptEngineBuilder whenStuck(WhenStuck action);

  /** Adds a mapping between a Java type and a script type. */
  ScriptEngineBuilder map(TypeMapping<?> mapping);

  /**
   * Sets an option of the backend, such as {@code "python"} for the interpreter to use; see the
   * backend's documentation.
   */
  ScriptEngineBuilder option(String name, Object value);

  /**
   * Makes the engine.
   *
   * @throws IllegalArgumentException if an option is unknown or of a wrong type, or the backend
   *     lacks what was asked; names it
   * @throws dev.coachwhip.error.BackendException if the backend cannot start
   */
  ScriptEngine build();
}

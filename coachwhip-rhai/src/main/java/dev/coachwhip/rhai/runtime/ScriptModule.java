package dev.coachwhip.rhai.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What an import brings: the public functions and exported variables of a script, or functions and
 * constants of the host. Any thread.
 */
public interface ScriptModule {

  /** Returns a public function of a script; null if there is none. */
  @Nullable ScriptFunction function(String name, int arity);

  /** Returns a function of Java for arguments of these types; null if there is none. */
  @Nullable Overload overload(String name, Class<?>... types);

  /** Returns the value of an exported variable or constant, not copied; null if there is none. */
  @Nullable Object variable(String name);

  /** Returns a module inside; null if there is none. */
  @Nullable ScriptModule module(String name);
}

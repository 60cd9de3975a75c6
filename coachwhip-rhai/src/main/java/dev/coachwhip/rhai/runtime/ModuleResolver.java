package dev.coachwhip.rhai.runtime;

import org.jspecify.annotations.Nullable;

/** Finds what {@code import} names. */
@FunctionalInterface
public interface ModuleResolver {

  /** Finds nothing. */
  ModuleResolver NONE = (run, path, line, column) -> null;

  /**
   * Returns a module, the same each time if it may.
   *
   * @param line of the path's expression
   * @param column of the path's expression
   * @return null if there is none of the path
   * @throws RhaiError if it is found but fails
   */
  @Nullable ScriptModule resolve(Run run, String path, int line, int column);
}

package dev.coachwhip.rhai.compile;

import java.util.Set;

/**
 * How a script is compiled.
 *
 * @param countsOperations count operations as Rhai does; needed for a limit or a progress callback
 * @param hostFunctions names for which the host has functions: those of the standard library of the
 *     same name are not called directly
 * @param scoped look up the variables of the top level by name, as text given to {@code eval} needs
 * @param hosted scripts may call the host, which may look at the variables of the top level
 */
public record CompileOptions(
    boolean countsOperations, Set<String> hostFunctions, boolean scoped, boolean hosted) {

  /** No counting, no host functions. */
  public static final CompileOptions DEFAULT = new CompileOptions(false, Set.of(), false);

  /** Makes those of an engine without host functions. */
  public CompileOptions(boolean countsOperations, Set<String> hostFunctions, boolean scoped) {
    this(countsOperations, hostFunctions, scoped, false);
  }

  /** Returns the same for scripts that may call the host. */
  CompileOptions forHost() {
    return new CompileOptions(countsOperations, hostFunctions, scoped, true);
  }
}

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
 * @param methodSize how many bytes of code a method may have, roughly; more is divided
 * @param input it is an input of a syntax of the host, which may leave what is around that
 * @param limitsVariables check how many variables there are
 */
public record CompileOptions(
    boolean countsOperations,
    Set<String> hostFunctions,
    boolean scoped,
    boolean hosted,
    int methodSize,
    boolean input,
    boolean limitsVariables) {

  /** The JVM does not compile methods of more than 8,000 bytes, and refuses more than 65,535. */
  public static final int METHOD_SIZE = 6_000;

  /** No counting, no host functions. */
  public static final CompileOptions DEFAULT = new CompileOptions(false, Set.of(), false, false);

  /** Makes those of an engine without host functions. */
  public CompileOptions(boolean countsOperations, Set<String> hostFunctions, boolean scoped) {
    this(countsOperations, hostFunctions, scoped, false);
  }

  /** Makes some with methods of the usual size. */
  public CompileOptions(
      boolean countsOperations, Set<String> hostFunctions, boolean scoped, boolean hosted) {
    this(countsOperations, hostFunctions, scoped, hosted, METHOD_SIZE, false, false);
  }

  /** Returns the same for scripts that may call the host. */
  CompileOptions forHost() {
    return new CompileOptions(
        countsOperations, hostFunctions, scoped, true, methodSize, input, limitsVariables);
  }

  /** Returns the same for text given to {@code eval}. */
  CompileOptions forText() {
    return new CompileOptions(
        countsOperations, hostFunctions, true, hosted, methodSize, false, limitsVariables);
  }

  /** Returns the same for an input of a syntax of the host. */
  CompileOptions forInput() {
    return new CompileOptions(
        countsOperations, hostFunctions, true, hosted, methodSize, true, limitsVariables);
  }

  /** Returns the same with methods of another size. */
  public CompileOptions withMethodSize(int bytes) {
    return new CompileOptions(
        countsOperations, hostFunctions, scoped, hosted, bytes, input, limitsVariables);
  }

  /** Returns the same for runs that limit variables, or do not. */
  public CompileOptions withVariableLimit(boolean limits) {
    return new CompileOptions(
        countsOperations, hostFunctions, scoped, hosted, methodSize, input, limits);
  }
}

package dev.coachwhip.rhai;

import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.Set;

/**
 * Makes something that runs out of a script's tree: the compiler, or what tests put in its place.
 */
@FunctionalInterface
interface ProgramMaker {

  /**
   * How to make it.
   *
   * @param sourceName for stack traces
   * @param syntax for text given to {@code eval}
   * @param optimizes whether Rhai's optimizer has its way
   * @param countsOperations whether operations are limited or told
   * @param hiding names that the host or other scripts have functions of, beside the standard
   *     library
   * @param hosted whether scripts can call the host
   * @param limitsVariables whether the number of variables is limited
   */
  record Settings(
      String sourceName,
      SyntaxOptions syntax,
      boolean optimizes,
      boolean countsOperations,
      Set<String> hiding,
      boolean hosted,
      boolean limitsVariables) {}

  /** Makes it. */
  Program make(Script script, Settings settings);
}

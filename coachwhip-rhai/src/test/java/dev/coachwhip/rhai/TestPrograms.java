package dev.coachwhip.rhai;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.reference.Evaluator;
import dev.coachwhip.rhai.runtime.Program;

/** Has engines run scripts by the plain evaluator. */
final class TestPrograms {

  private TestPrograms() {}

  static void useEvaluator() {
    ProgramMakers.use(TestPrograms::make);
  }

  private static Program make(Script script, ProgramMaker.Settings settings) {
    Script tree =
        settings.optimizes() ? Simplifier.simplify(script, settings.syntax()) : script;
    return new Evaluator(tree, settings.syntax());
  }
}

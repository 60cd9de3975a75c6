package dev.coachwhip.rhai;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.reference.Evaluator;
import dev.coachwhip.rhai.runtime.Program;

/**
 * Says what runs the scripts of these tests: the compiler, or the plain evaluator if a property
 * says so.
 */
final class TestPrograms {

  private TestPrograms() {}

  static void choose() {
    if (Boolean.getBoolean("coachwhip.rhai.evaluator")) {
      ProgramMakers.use(TestPrograms::make);
    }
  }

  private static Program make(Script script, ProgramMaker.Settings settings) {
    Script tree = settings.optimizes() ? Simplifier.simplify(script, settings.syntax()) : script;
    return new Evaluator(tree, settings.syntax());
  }
}

package dev.coachwhip.rhai;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.compile.CompileOptions;
import dev.coachwhip.rhai.compile.Compiler;
import dev.coachwhip.rhai.runtime.Program;

/** Says what makes programs: the compiler. */
final class ProgramMakers {

  private static volatile ProgramMaker maker = ProgramMakers::compile;

  private ProgramMakers() {}

  private static Program compile(Script script, ProgramMaker.Settings settings) {
    Script tree = settings.optimizes() ? Simplifier.simplify(script, settings.syntax()) : script;
    CompileOptions options =
        new CompileOptions(settings.countsOperations(), settings.hiding(), false, settings.hosted())
            .withVariableLimit(settings.limitsVariables());
    return Compiler.compile(tree, settings.sourceName(), options, settings.syntax());
  }

  /** Returns what makes programs for engines. */
  static ProgramMaker current() {
    return maker;
  }

  /** Puts another in its place, for all engines made from now on; for tests. */
  static void use(ProgramMaker other) {
    maker = other;
  }
}

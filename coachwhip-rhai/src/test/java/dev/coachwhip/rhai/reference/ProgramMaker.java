package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.syntax.SyntaxOptions;

/** Makes of a tree what runs: the evaluator or the compiler. */
@FunctionalInterface
public interface ProgramMaker {

  /** Makes programs that walk their trees. */
  ProgramMaker EVALUATOR =
      script ->
          new Evaluator(Simplifier.simplify(script, SyntaxOptions.DEFAULT), SyntaxOptions.DEFAULT);

  /** Makes programs of bytecode. */
  ProgramMaker COMPILER =
      script -> {
        throw new UnsupportedOperationException("no compiler yet");
      };

  Program make(Script script);
}

package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.compile.CompileOptions;
import dev.coachwhip.rhai.compile.Compiler;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.Set;

/** Makes of a tree what runs: the evaluator or the compiler. */
@FunctionalInterface
public interface ProgramMaker {

  /** Makes programs that walk their trees. */
  ProgramMaker EVALUATOR =
      script ->
          new Evaluator(Simplifier.simplify(script, SyntaxOptions.DEFAULT), SyntaxOptions.DEFAULT);

  /** Makes programs of bytecode. */
  ProgramMaker COMPILER = compiler(CompileOptions.METHOD_SIZE);

  /** Makes programs of bytecode, of many small methods. */
  ProgramMaker DIVIDING_COMPILER = compiler(60);

  private static ProgramMaker compiler(int methodSize) {
    return script ->
        Compiler.compile(
            Simplifier.simplify(script, SyntaxOptions.DEFAULT),
            "script.rhai",
            new CompileOptions(true, Set.of(), false).withMethodSize(methodSize),
            SyntaxOptions.DEFAULT);
  }

  Program make(Script script);
}

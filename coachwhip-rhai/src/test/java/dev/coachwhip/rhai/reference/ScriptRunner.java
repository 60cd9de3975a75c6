package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs scripts as the cases were run: fresh engine, default settings, 50 million operations. */
final class ScriptRunner {

  private static final FunctionTable FUNCTIONS =
      new FunctionTable(FunctionIndex.EMPTY, List.of(), StandardLibrary::functions);

  private static final RunLimits LIMITS =
      new RunLimits(50_000_000, 64, 0, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final ProgramMaker maker;

  ScriptRunner(ProgramMaker maker) {
    this.maker = maker;
  }

  /** Returns what comes of a script. */
  Answer run(String text) {
    List<Object> printed = new ArrayList<>();
    Script script;
    try {
      script = Parser.parse(text, SyntaxOptions.DEFAULT);
    } catch (SyntaxError e) {
      return Answer.error(printed, "ErrorParsing", e.line(), e.column(), e.getMessage());
    }
    Program program = maker.make(script);
    Run run = new Run(program, new Scope(), FUNCTIONS, LIMITS, sink(printed), null);
    try {
      Object value = program.execute(run);
      return Answer.value(
          printed, FUNCTIONS.typeName(value), TypedValue.of(value), Display.rustText(value));
    } catch (RhaiError e) {
      RhaiError inner = e.innermost();
      String kind = inner.kind().rhaiName();
      return Answer.error(printed, kind, inner.line(), inner.column(), e.message());
    }
  }

  private static OutputSink sink(List<Object> printed) {
    return new OutputSink() {
      @Override
      public void print(String text) {
        printed.add(text);
      }

      @Override
      public void debug(String text, int line, int column) {
        printed.add(Map.of("debug", line + ":" + column + " | " + text));
      }
    };
  }
}

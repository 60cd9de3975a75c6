package dev.coachwhip.rhai.fuzz;

import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.reference.ProgramMaker;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.ProgramModule;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptModule;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;

/** Runs scripts under tight limits and says in a text what came out. */
final class FuzzTarget {

  private static final FunctionTable FUNCTIONS =
      new FunctionTable(FunctionIndex.EMPTY, List.of(), StandardLibrary::functions);

  private static final RunLimits LIMITS =
      new RunLimits(20_000, 24, 1 << 20, 20_000, 20_000, 1000, 10);

  /** The same without counting, for scripts that are known to end. */
  private static final RunLimits UNCOUNTED =
      new RunLimits(0, 24, 1 << 20, 20_000, 20_000, 1000, 10);

  private final ProgramMaker maker;

  FuzzTarget(ProgramMaker maker) {
    this.maker = maker;
  }

  /**
   * Returns what came out. Anything but a value, a {@link SyntaxError} and a {@link RhaiError} is
   * thrown.
   */
  String run(String text) {
    return run(text, LIMITS);
  }

  /** The same without a limit of operations. */
  String runUncounted(String text) {
    return run(text, UNCOUNTED);
  }

  private String run(String text, RunLimits limits) {
    Script script;
    try {
      script = Parser.parse(text, SyntaxOptions.DEFAULT);
    } catch (SyntaxError e) {
      return e.getMessage();
    }
    Program program = maker.make(script);
    Printed printed = new Printed();
    Run run =
        new Run(program, new Scope(), FUNCTIONS, limits, printed, null)
            .withResolver((importing, path, _, _) -> path.equals("m") ? module(importing) : null);
    try {
      Object value = program.execute(run);
      return printed + FUNCTIONS.typeName(value) + " " + Display.rustText(value);
    } catch (RhaiError e) {
      RhaiError inner = e.innermost();
      return "%s%s (line %d, position %d)"
          .formatted(printed, inner.kind().rhaiName(), inner.line(), inner.column());
    }
  }

  private ScriptModule module(Run run) {
    Script script = Parser.parse(ProgramWriter.MODULE, SyntaxOptions.DEFAULT);
    return ProgramModule.load(run, maker.make(script));
  }

  private static final class Printed implements OutputSink {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void print(String line) {
      text.append(line).append('\n');
    }

    @Override
    public void debug(String line, int lineNumber, int column) {
      text.append(lineNumber).append(':').append(column).append(' ').append(line).append('\n');
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

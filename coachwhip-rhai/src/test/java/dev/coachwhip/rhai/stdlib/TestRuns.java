package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs and values to call functions of the library with. */
final class TestRuns {

  private TestRuns() {}

  /** Returns a run of a script that defines these functions. */
  static Run of(ScriptFunction... functions) {
    return limited(RunLimits.DEFAULT, functions);
  }

  static Run limited(RunLimits limits, ScriptFunction... functions) {
    FunctionTable table =
        new FunctionTable(FunctionIndex.EMPTY, List.of(), StandardLibrary::functions);
    return new Run(
        new TestProgram(List.of(functions)), new Scope(), table, limits, new Silence(), null);
  }

  /** Returns an array of what Java and Rhai call numbers, of strings, and of what is given. */
  static RhaiArray array(Object... items) {
    RhaiArray array = new RhaiArray();
    for (Object item : items) {
      array.add(value(item));
    }
    return array;
  }

  /** Returns a map of keys and values in turn. */
  static RhaiMap map(Object... keysAndValues) {
    RhaiMap map = new RhaiMap();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], value(keysAndValues[i + 1]));
    }
    return map;
  }

  private static Object value(Object item) {
    return switch (item) {
      case Integer number -> number.longValue();
      case String text -> RhaiString.of(text);
      default -> item;
    };
  }

  private record TestProgram(List<ScriptFunction> functions) implements Program {

    @Override
    public Object execute(Run run) {
      return Unit.UNIT;
    }

    @Override
    public @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType) {
      return functions.stream()
          .filter(function -> function.name().equals(name))
          .filter(function -> function.parameters().size() == arity)
          .filter(function -> Objects.equals(function.thisType(), thisType))
          .findFirst()
          .orElse(null);
    }
  }

  private static final class Silence implements OutputSink {
    @Override
    public void print(String text) {}

    @Override
    public void debug(String text, int line, int column) {}
  }
}

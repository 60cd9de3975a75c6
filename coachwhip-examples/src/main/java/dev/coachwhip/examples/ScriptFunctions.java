package dev.coachwhip.examples;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Functions of a script as Java's, and functions of Java that a script can read about. */
final class ScriptFunctions {

  private ScriptFunctions() {}

  /** What Java wants of the script; each method is one of its functions. */
  interface Analysis {
    double areaUnder(List<Double> values, Optional<Double> step);

    Peak highest(List<Double> values);
  }

  /** What the script's dataclass of this name becomes. */
  record Peak(long index, double height) {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.executeScript(
          """
          from dataclasses import dataclass

          @dataclass
          class Peak:
              index: int
              height: float

          def calibrate(volts):
              return 2.5 * volts + 1

          def area_under(values, step=0.5):
              return sum(values) * step

          def highest(values):
              height = max(values)
              return Peak(values.index(height), height)

          def positions(start, step):
              while True:
                  yield start
                  start += step
          """);

      DoubleUnaryOperator calibrate = engine.getGlobal("calibrate").as(DoubleUnaryOperator.class);
      IO.println(calibrate.applyAsDouble(4)); // 11.0

      Analysis analysis = engine.bind(Analysis.class);
      IO.println(analysis.areaUnder(List.of(1.0, 2.0, 3.0), Optional.empty())); // 3.0
      IO.println(analysis.highest(List.of(1.0, 7.0, 3.0))); // Peak[index=1, height=7.0]

      try (ScriptIterator positions = engine.call("positions", 10, 5).asIterator()) {
        IO.println(positions.next() + ", " + positions.next()); // 10, 15
      }

      engine.registerFunction(
          "move",
          HostFunction.described("Moves the stage and returns where it is, in mm.")
              .parameter("position")
              .parameter("speed", 1.5)
              .body(a -> a.get("position").asDouble() / a.get("speed").asDouble()));
      ScriptValue help =
          engine.executeScript("import inspect\nf'{inspect.signature(move)}: {move.__doc__}'");
      IO.println(help);
      IO.println(engine.executeScript("move(speed=2, position=9)")); // 4.5
    }
  }
}

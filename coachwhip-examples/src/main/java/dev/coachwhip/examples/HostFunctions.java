package dev.coachwhip.examples;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;

/** Lets a script call Java, and Java call a function of the script. */
final class HostFunctions {

  private HostFunctions() {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.registerFunction("move_stage", HostFunctions::moveStage);

      engine.executeScript(
          """
          print(f"Moved to {move_stage(12.5, speed=2)} mm")
          try:
              move_stage(250, speed=2)
          except Exception as error:
              print(error)

          def scaled(values, factor):
              return [factor * value for value in values]
          """);

      IO.println(engine.call("scaled", new int[] {1, 2, 3}, 10)); // [10, 20, 30]
    }
  }

  private static Object moveStage(Arguments arguments) {
    double position = arguments.get(0, "position").asDouble();
    long speed = arguments.get(1, "speed").asLong();
    if (position > 100) {
      throw new IllegalArgumentException(position + " mm is beyond the end of the stage");
    }
    IO.println("Moving at " + speed + " mm/s");
    return position;
  }
}

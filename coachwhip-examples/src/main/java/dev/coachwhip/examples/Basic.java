package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;

/** Runs a script and reads what it assigned. */
final class Basic {

  private Basic() {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.executeScript(
          """
          x = 10
          y = 20
          result = x + y
          print(f"Result: {result}")
          """);

      long result = engine.getGlobal("result").asLong();
      IO.println("From Java: " + result); // From Java: 30
    }
  }
}

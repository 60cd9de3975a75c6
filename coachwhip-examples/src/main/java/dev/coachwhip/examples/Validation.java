package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.ScriptSyntaxException;

/** Checks scripts without running them. */
final class Validation {

  private Validation() {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.validateScript("x = 1 + 2");
      IO.println("valid");

      try {
        engine.validateScript("x = 1 +"); // Syntax error
      } catch (ScriptSyntaxException e) {
        IO.println(e.report());
      }
    }
  }
}

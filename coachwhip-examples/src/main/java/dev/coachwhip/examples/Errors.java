package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;

/** Tells what went wrong in a script, and where. */
final class Errors {

  private Errors() {}

  static void main() {
    ScriptSource script =
        ScriptSource.of(
            "ratio.py",
            """
            x = 10
            y = 0
            result = x / y  # Division by zero!
            """);
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.executeScript(script);
      IO.println("Success");
    } catch (ScriptRuntimeException e) {
      IO.println("Runtime error: " + e.getMessage());
      IO.println(e.traceback());
    } catch (ScriptException e) {
      IO.println("Other error: " + e.report());
    }
  }
}

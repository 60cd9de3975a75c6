package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.BackendException;
import java.time.Duration;

/** Lets a debugger attach, if the Python has debugpy, and runs a script that it can stop. */
final class Debugging {

  private Debugging() {}

  /**
   * Runs the example.
   *
   * @param args the seconds to wait for a debugger
   */
  static void main(String[] args) {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      try {
        IO.println("Attach to 127.0.0.1:" + engine.debug(0));
        Duration patience = Duration.ofSeconds(Long.parseLong(args[0]));
        IO.println("Attached: " + engine.awaitDebugger(patience));
      } catch (BackendException e) {
        IO.println(e.getMessage()); // says how to install debugpy
      }
      ScriptSource source = ScriptSource.of("<sum>", "total = sum(range(10))\ntotal");
      IO.println("Total: " + engine.executeScript(source));
    }
  }
}

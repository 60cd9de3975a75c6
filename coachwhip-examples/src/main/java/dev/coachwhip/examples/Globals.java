package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;

/** Gives a script its variables and reads what it computes from them. */
final class Globals {

  private Globals() {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.setGlobal("experiment_name", "Demo");
      engine.setGlobal("num_samples", 1000);
      engine.setGlobal("sampling_rate", 10.0);

      engine.executeScript(
          """
          print(f"Running experiment: {experiment_name}")
          print(f"Samples: {num_samples}")
          print(f"Rate: {sampling_rate} Hz")

          duration = num_samples / sampling_rate
          print(f"Duration: {duration} seconds")
          """);

      double duration = engine.getGlobal("duration").asDouble();
      IO.println("Experiment duration: " + duration + " seconds");
    }
  }
}

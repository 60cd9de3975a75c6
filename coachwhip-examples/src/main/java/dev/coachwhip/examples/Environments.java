package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.python.PythonEnvironment;
import java.nio.file.Path;

/** Runs a script that needs a package, from a folder of wheels. */
final class Environments {

  private Environments() {}

  /**
   * Runs the example.
   *
   * @param args a folder with a wheel of {@code greeting}, and a folder for the environment
   */
  static void main(String[] args) {
    PythonEnvironment lab =
        PythonEnvironment.named("lab")
            .require("greeting>=1")
            .wheels(Path.of(args[0]))
            .offline()
            .folder(Path.of(args[1]))
            .create(); // the second time it is found as it is
    IO.println(lab.packages());

    try (ScriptEngine engine = ScriptEngines.builder("python").option("environment", lab).build()) {
      IO.println(engine.executeScript("import greeting\ngreeting.text").asString());
    }
  }
}

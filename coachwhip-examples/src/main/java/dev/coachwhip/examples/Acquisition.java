package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import java.nio.file.Path;
import java.util.Locale;

/** Runs the acquisition script of a file with parameters of the experiment. */
final class Acquisition {

  private Acquisition() {}

  /** The argument is the path of {@code examples/acquisition.py}. */
  static void main(String[] arguments) {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      engine.setGlobal("laser_power", 5.0);
      engine.setGlobal("exposure_time", 100);

      engine.executeScript(ScriptSource.load(Path.of(arguments[0])));

      double average = engine.getGlobal("avg_power").asDouble();
      IO.println(String.format(Locale.ROOT, "Average power from Java: %.2f mW", average));
    }
  }
}

package dev.coachwhip.examples;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.TypeMapping;
import java.util.List;

/** Maps a Java record to a class of the script, both ways. */
final class MappedTypes {

  private MappedTypes() {}

  /** A length, which the script has in a class of its own. */
  record Millimetres(double value) {}

  private static final TypeMapping<Millimetres> LENGTH =
      new TypeMapping<>(
          Millimetres.class,
          "__main__.Length",
          length -> List.of(length.value(), "mm"), // the arguments of Length
          length -> new Millimetres(length.attribute("mm").orElseThrow().asDouble()));

  static void main() {
    try (ScriptEngine engine = ScriptEngines.builder("python").map(LENGTH).build()) {
      engine.executeScript(
          """
          class Length:
              def __init__(self, value, unit):
                  self.mm = value * {"mm": 1, "in": 25.4}[unit]
          """);
      engine.setGlobal("travel", new Millimetres(50));
      engine.executeScript("print(type(travel).__name__, travel.mm)");
      IO.println(engine.executeScript("[travel, Length(2, 'in')]").asListOf(Millimetres.class));
    }
  }
}

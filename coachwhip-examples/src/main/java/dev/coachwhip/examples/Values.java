package dev.coachwhip.examples;

import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.TypeConversionException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/** Gives Python dates, decimals and constants, and reads such back. */
final class Values {

  private Values() {}

  /** What the script names in the same way. */
  enum Color {
    RED,
    GREEN
  }

  /** What the script's namedtuple is in Java. */
  record Peak(double position, long counts) {}

  static void main() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      toPython(engine);
      toJava(engine);
      errors(engine);
    }
  }

  private static void toPython(ScriptEngine engine) {
    engine.setGlobal("day", LocalDate.of(2024, 2, 29));
    engine.setGlobal("exposure", Duration.ofMillis(1500));
    engine.setGlobal("price", new BigDecimal("1.10"));
    engine.setGlobal("filter", Color.GREEN);
    engine.executeScript("print(repr([day, exposure, price, filter]))");
  }

  private static void toJava(ScriptEngine engine) {
    engine.executeScript(
        """
        from collections import namedtuple
        from datetime import datetime
        from enum import Enum
        from fractions import Fraction
        from zoneinfo import ZoneInfo

        class Color(Enum):
            RED = "#f00"

        Peak = namedtuple("Peak", "position counts")

        start = datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
        ratio = Fraction(2, 6)
        color = Color.RED
        peaks = [Peak(1.5, 300), Peak(2.5, 150)]
        """);
    IO.println(engine.getGlobal("start").as(ZonedDateTime.class));
    IO.println(engine.getGlobal("ratio").as(Fraction.class));
    IO.println(engine.getGlobal("color").as(Color.class));
    IO.println(engine.getGlobal("peaks").asListOf(Peak.class));
    IO.println(engine.getGlobal("peaks")); // as Python prints it
  }

  private static void errors(ScriptEngine engine) {
    try {
      engine.setGlobal("times", List.of(Duration.ofMillis(1), Duration.ofNanos(1)));
    } catch (TypeConversionException e) {
      IO.println(e.getMessage());
    }
  }
}

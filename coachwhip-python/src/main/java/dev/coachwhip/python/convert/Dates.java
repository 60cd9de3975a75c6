package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.time.LocalDate;

/** {@code datetime.date}: LocalDate of the years 1 to 9999. Attached. */
final class Dates {

  private static final ModuleObject DATE = new ModuleObject("datetime", "date");
  private static final ModuleObject REDUCE = new ModuleObject("datetime", "date.__reduce__");

  private Dates() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    byte[] bytes = Recipe.reduce(REDUCE, object, conversion).getFirst().asBytes();
    return ToJava.of(TimeBytes.date(bytes), typeName);
  }

  static long toPython(LocalDate date, ToPython conversion) {
    return conversion.call(DATE, TimeBytes.of(date));
  }
}

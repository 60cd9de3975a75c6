package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * {@code datetime.time}: LocalTime, OffsetTime if it has a fixed offset; a reference with any other
 * zone, whose offset depends on the day. Attached.
 */
final class TimesOfDay {

  private static final ModuleObject TIME = new ModuleObject("datetime", "time");
  private static final ModuleObject REDUCE = new ModuleObject("datetime", "time.__reduce_ex__");

  private TimesOfDay() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    List<ScriptValue> recipe = Recipe.reduceEx(REDUCE, object, conversion);
    LocalTime time = TimeBytes.time(recipe.getFirst().asBytes());
    if (recipe.size() == 1) {
      return ToJava.of(time, typeName);
    }
    return recipe.getLast().data() instanceof ZoneOffset offset
        ? ToJava.of(OffsetTime.of(time, offset), typeName)
        : conversion.reference(object, typeName);
  }

  static long toPython(LocalTime time, ToPython conversion) {
    return conversion.call(TIME, TimeBytes.of(time));
  }

  static long withOffset(OffsetTime time, ToPython conversion) {
    return conversion.call(TIME, TimeBytes.of(time.toLocalTime()), time.getOffset());
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/**
 * pandas' {@code Timestamp} and {@code Timedelta}: as the classes of {@code datetime} that they
 * extend, with their nanoseconds. Attached.
 */
final class PandasTimes {

  private static final ModuleObject NANOSECONDS =
      ModuleObject.ours("_values", "pandas_nanoseconds");

  private PandasTimes() {}

  static ScriptValue momentToJava(long object, String typeName, ToJava conversion) {
    ScriptValue base = DateTimes.toJava(object, typeName, conversion);
    return base.data() instanceof Temporal moment
        ? ToJava.of(moment.plus(nanoseconds(object, conversion), ChronoUnit.NANOS), typeName)
        : base;
  }

  static ScriptValue durationToJava(long object, String typeName, ToJava conversion) {
    Duration base = Durations.toJava(object, typeName, conversion).as(Duration.class);
    return ToJava.of(base.plusNanos(nanoseconds(object, conversion)), typeName);
  }

  private static long nanoseconds(long object, ToJava conversion) {
    return conversion.call(NANOSECONDS, object).asLong();
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.time.Duration;
import java.util.List;

/** {@code datetime.timedelta}: Duration of whole microseconds, up to 10⁹ days. Attached. */
final class Durations {

  private static final ModuleObject TIMEDELTA = new ModuleObject("datetime", "timedelta");
  private static final ModuleObject REDUCE = new ModuleObject("datetime", "timedelta.__reduce__");

  private static final int SECONDS_IN_DAY = 86_400;
  private static final int NANOS_IN_MICRO = 1000;
  private static final long MOST_DAYS = 999_999_999;

  private Durations() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    List<ScriptValue> parts = Recipe.reduce(REDUCE, object, conversion);
    long seconds = parts.get(0).asLong() * SECONDS_IN_DAY + parts.get(1).asLong();
    return ToJava.of(Duration.ofSeconds(seconds, parts.get(2).asLong() * NANOS_IN_MICRO), typeName);
  }

  static long toPython(Duration duration, ToPython conversion) {
    long days = days(duration);
    if (duration.toNanosPart() % NANOS_IN_MICRO != 0) {
      throw ToPython.unconvertible(
          "Duration " + duration + " (Python's timedelta has microseconds, no nanoseconds)");
    }
    if (Math.abs(days) > MOST_DAYS) {
      throw ToPython.unconvertible(
          "Duration " + duration + " (Python's timedelta has at most " + MOST_DAYS + " days)");
    }
    return conversion.call(TIMEDELTA, days, seconds(duration), micros(duration));
  }

  /** Returns the days as Python counts them: all else is above zero. */
  static long days(Duration duration) {
    return Math.floorDiv(duration.toSeconds(), SECONDS_IN_DAY);
  }

  /** Returns the seconds of the day that has begun. */
  static long seconds(Duration duration) {
    return Math.floorMod(duration.toSeconds(), SECONDS_IN_DAY);
  }

  /** Returns the microseconds of the second that has begun. */
  static long micros(Duration duration) {
    return duration.toNanosPart() / NANOS_IN_MICRO;
  }
}

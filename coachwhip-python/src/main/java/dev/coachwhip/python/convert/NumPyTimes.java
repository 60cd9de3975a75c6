package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.interp.ModuleObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code numpy.datetime64}: LocalDate where its unit is a day or longer, else LocalDateTime; {@code
 * numpy.timedelta64}: Duration. References where Java has no equal: NaT, months without a date,
 * picoseconds, years beyond Java's. Attached.
 */
final class NumPyTimes {

  private static final ModuleObject PARTS = ModuleObject.ours("_numpy", "time_parts");
  private static final ModuleObject OF_DAYS = ModuleObject.ours("_numpy", "datetime64_of_days");
  private static final ModuleObject DATETIME = ModuleObject.ours("_numpy", "datetime64");
  private static final ModuleObject TIMEDELTA = ModuleObject.ours("_numpy", "timedelta64");

  private NumPyTimes() {}

  static ScriptValue momentToJava(long object, String typeName, ToJava conversion) {
    ScriptValue parts = conversion.call(PARTS, object);
    Temporal moment = parts.isNull() ? null : moment(parts.asList());
    return moment == null ? conversion.reference(object, typeName) : ToJava.of(moment, typeName);
  }

  private static @Nullable Temporal moment(List<ScriptValue> parts) {
    try {
      long count = parts.get(1).asLong();
      return switch (parts.get(0).asString()) {
        case "months" -> LocalDate.EPOCH.plusMonths(count);
        case "days" -> LocalDate.ofEpochDay(count);
        default -> LocalDateTime.ofEpochSecond(count, parts.get(2).as(int.class), ZoneOffset.UTC);
      };
    } catch (DateTimeException | ArithmeticException | TypeConversionException e) {
      return null; // beyond Java's years
    }
  }

  static ScriptValue durationToJava(long object, String typeName, ToJava conversion) {
    ScriptValue parts = conversion.call(PARTS, object);
    Duration duration = parts.isNull() ? null : duration(parts.asList());
    return duration == null
        ? conversion.reference(object, typeName)
        : ToJava.of(duration, typeName);
  }

  private static @Nullable Duration duration(List<ScriptValue> parts) {
    try {
      long count = parts.get(1).asLong();
      return switch (parts.get(0).asString()) {
        case "months" -> null;
        case "days" -> Duration.ofDays(count);
        default -> Duration.ofSeconds(count, parts.get(2).asLong());
      };
    } catch (ArithmeticException | TypeConversionException e) {
      return null; // beyond Java's seconds
    }
  }

  static long toPython(LocalDate date, ToPython conversion) {
    return conversion.call(OF_DAYS, date.toEpochDay());
  }

  static long toPython(LocalDateTime time, ToPython conversion) {
    Instant instant = time.toInstant(ZoneOffset.UTC);
    return conversion.call(DATETIME, instant.getEpochSecond(), instant.getNano());
  }

  static long toPython(Duration duration, ToPython conversion) {
    return conversion.call(TIMEDELTA, duration.getSeconds(), duration.getNano());
  }
}

package dev.coachwhip.python.convert;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/** Prints dates, times and zones as Python's {@code str} does. */
final class TimeText {

  private TimeText() {}

  /** Tells whether an object is one of those. */
  static boolean prints(Object data) {
    return data instanceof Temporal || data instanceof Duration || data instanceof ZoneId;
  }

  static String str(Object data, String typeName) {
    return switch (data) {
      case LocalDateTime time -> dateTime(time, typeName.equals("datetime64") ? "T" : " ");
      case OffsetDateTime time -> dateTime(time.toLocalDateTime(), " ") + offset(time.getOffset());
      case ZonedDateTime time -> dateTime(time.toLocalDateTime(), " ") + offset(time.getOffset());
      case OffsetTime time -> time(time.toLocalTime()) + offset(time.getOffset());
      case LocalTime time -> time(time);
      case Duration duration -> DurationText.str(duration, typeName);
      case ZoneOffset offset -> offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset(offset);
      default -> data.toString(); // a date, the name of a zone
    };
  }

  private static String dateTime(LocalDateTime time, String between) {
    return time.toLocalDate() + between + time(time.toLocalTime());
  }

  private static String time(LocalTime time) {
    String seconds = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    return seconds + DurationText.fraction(time.getNano());
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
  }
}

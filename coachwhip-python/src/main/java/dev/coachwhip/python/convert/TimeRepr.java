package dev.coachwhip.python.convert;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.StringJoiner;

/** Prints dates, times and zones as Python's {@code repr} does: as calls of their classes. */
final class TimeRepr {

  private final StringJoiner call;

  private TimeRepr(String typeName, String module) {
    call = new StringJoiner(", ", className(typeName, module) + "(", ")");
  }

  /** The classes that we know tell their module, a script's subclass only its own name. */
  static String className(String typeName, String pythonClass) {
    return pythonClass.endsWith("." + typeName) ? pythonClass : typeName;
  }

  static String of(Object data, String typeName) {
    if (typeName.equals("datetime64")) {
      return "np.datetime64('" + TimeText.str(data, typeName) + "')";
    }
    return switch (data) {
      case LocalDateTime time -> dateTime(typeName).add(time).toString();
      case OffsetDateTime time ->
          dateTime(typeName).add(time.toLocalDateTime()).add(time.getOffset()).toString();
      case ZonedDateTime time -> dateTime(typeName).add(time).toString();
      case LocalDate date -> new TimeRepr(typeName, "datetime.date").add(date).toString();
      case LocalTime time -> timeOfDay(typeName).add(time).toString();
      case OffsetTime time ->
          timeOfDay(typeName).add(time.toLocalTime()).add(time.getOffset()).toString();
      case Duration duration -> DurationText.repr(duration, typeName);
      case ZoneId zone -> ofZone(zone);
      default -> data.toString();
    };
  }

  private static TimeRepr dateTime(String typeName) {
    return new TimeRepr(typeName, "datetime.datetime");
  }

  private static TimeRepr timeOfDay(String typeName) {
    return new TimeRepr(typeName, "datetime.time");
  }

  private static String ofZone(ZoneId zone) {
    if (!(zone instanceof ZoneOffset offset)) {
      return "zoneinfo.ZoneInfo(key='" + zone.getId() + "')";
    }
    Duration ahead = Duration.ofSeconds(offset.getTotalSeconds());
    return ahead.isZero()
        ? "datetime.timezone.utc"
        : "datetime.timezone(" + DurationText.repr(ahead, "timedelta") + ")";
  }

  private TimeRepr add(ZonedDateTime time) {
    add(time.toLocalDateTime());
    if (DateTimes.isFold(time)) {
      call.add("fold=1");
    }
    return add(time.getZone());
  }

  private TimeRepr add(LocalDateTime time) {
    return add(time.toLocalDate()).add(time.toLocalTime());
  }

  private TimeRepr add(LocalDate date) {
    return add(date.getYear()).add(date.getMonthValue()).add(date.getDayOfMonth());
  }

  /** Seconds and microseconds are left out where they and all that follows is zero. */
  private TimeRepr add(LocalTime time) {
    add(time.getHour()).add(time.getMinute());
    if (time.getSecond() != 0 || time.getNano() != 0) {
      add(time.getSecond());
    }
    return time.getNano() == 0 ? this : add(time.getNano() / 1000);
  }

  private TimeRepr add(int number) {
    call.add(Integer.toString(number));
    return this;
  }

  private TimeRepr add(ZoneId zone) {
    call.add("tzinfo=" + ofZone(zone));
    return this;
  }

  @Override
  public String toString() {
    return call.toString();
  }
}

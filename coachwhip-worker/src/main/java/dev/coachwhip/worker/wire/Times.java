package dev.coachwhip.worker.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The classes of {@link java.time}. */
final class Times {

  private Times() {}

  /** Writes an object if it is one of these. */
  static boolean write(Object object, WireWriter out) {
    switch (object) {
      case Duration d -> write(Tag.DURATION, d.getSeconds(), d.getNano(), out);
      case Instant i -> write(Tag.INSTANT, i.getEpochSecond(), i.getNano(), out);
      case LocalDate d -> {
        out.putByte(Tag.DATE);
        out.putNumber(d.toEpochDay());
      }
      case LocalTime t -> {
        out.putByte(Tag.TIME);
        out.putNumber(t.toNanoOfDay());
      }
      case LocalDateTime t -> {
        out.putByte(Tag.DATE_TIME);
        local(t, out);
      }
      case OffsetDateTime t -> {
        out.putByte(Tag.OFFSET_DATE_TIME);
        local(t.toLocalDateTime(), out);
        offset(t.getOffset(), out);
      }
      default -> {
        return writeZoned(object, out);
      }
    }
    return true;
  }

  private static boolean writeZoned(Object object, WireWriter out) {
    switch (object) {
      case ZonedDateTime t -> {
        out.putByte(Tag.ZONED_DATE_TIME);
        local(t.toLocalDateTime(), out);
        offset(t.getOffset(), out);
        zone(t.getZone(), out);
      }
      case OffsetTime t -> {
        out.putByte(Tag.OFFSET_TIME);
        out.putNumber(t.toLocalTime().toNanoOfDay());
        offset(t.getOffset(), out);
      }
      case ZoneOffset offset -> {
        out.putByte(Tag.ZONE_OFFSET);
        offset(offset, out);
      }
      case ZoneId zone -> {
        out.putByte(Tag.ZONE);
        zone(zone, out);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void write(int tag, long seconds, int nanos, WireWriter out) {
    out.putByte(tag);
    out.putNumber(seconds);
    out.putNumber(nanos);
  }

  private static void local(LocalDateTime time, WireWriter out) {
    out.putNumber(time.toLocalDate().toEpochDay());
    out.putNumber(time.toLocalTime().toNanoOfDay());
  }

  private static void offset(ZoneOffset offset, WireWriter out) {
    out.putNumber(offset.getTotalSeconds());
  }

  private static void zone(ZoneId zone, WireWriter out) {
    out.putText(zone.getId());
  }

  /** Reads a value of one of the tags from {@link Tag#DURATION} to {@link Tag#ZONE}. */
  static Object read(int tag, WireReader in) {
    try {
      return readAny(tag, in);
    } catch (DateTimeException | ArithmeticException e) {
      throw new WireFormatException("no time", e);
    }
  }

  private static Object readAny(int tag, WireReader in) {
    return switch (tag) {
      case Tag.DURATION -> Duration.ofSeconds(in.getNumber(), in.getNumber());
      case Tag.INSTANT -> Instant.ofEpochSecond(in.getNumber(), in.getNumber());
      case Tag.DATE -> LocalDate.ofEpochDay(in.getNumber());
      case Tag.TIME -> LocalTime.ofNanoOfDay(in.getNumber());
      case Tag.DATE_TIME -> local(in);
      case Tag.OFFSET_DATE_TIME -> OffsetDateTime.of(local(in), offset(in));
      case Tag.ZONED_DATE_TIME -> zoned(local(in), offset(in), zone(in));
      case Tag.OFFSET_TIME -> OffsetTime.of(LocalTime.ofNanoOfDay(in.getNumber()), offset(in));
      case Tag.ZONE_OFFSET -> offset(in);
      case Tag.ZONE -> zone(in);
      default -> throw new WireFormatException("no value begins with " + tag);
    };
  }

  /** The offset says which of two times it is where clocks are put back. */
  private static ZonedDateTime zoned(LocalDateTime time, ZoneOffset offset, ZoneId zone) {
    return ZonedDateTime.ofLocal(time, zone, offset);
  }

  private static LocalDateTime local(WireReader in) {
    return LocalDateTime.of(
        LocalDate.ofEpochDay(in.getNumber()), LocalTime.ofNanoOfDay(in.getNumber()));
  }

  private static ZoneOffset offset(WireReader in) {
    return ZoneOffset.ofTotalSeconds(Math.toIntExact(in.getNumber()));
  }

  private static ZoneId zone(WireReader in) {
    return ZoneId.of(in.getText());
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.error.TypeConversionException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

/**
 * The bytes of which Python's dates and times consist, and from which their classes make them:
 * month, hour and so on one byte each, the year two, microseconds three, big-endian. Pickles have
 * the same, so they stay.
 */
final class TimeBytes {

  private static final int DATE = 4;
  private static final int TIME = 6;

  /** The highest bit of the month, or of the hour where there is no date. */
  private static final int FOLD = 0x80;

  private static final int LAST_YEAR = 9999;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final int NANOS_IN_MICRO = 1000;

  private TimeBytes() {}

  static LocalDate date(byte[] bytes) {
    return date(ByteBuffer.wrap(bytes));
  }

  static LocalTime time(byte[] bytes) {
    return time(ByteBuffer.wrap(bytes));
  }

  static LocalDateTime dateTime(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return LocalDateTime.of(date(in), time(in));
  }

  /** Tells whether a date and time is the second one of its name, after clocks were set back. */
  static boolean isFold(byte[] dateTime) {
    return (dateTime[2] & FOLD) != 0;
  }

  private static LocalDate date(ByteBuffer in) {
    return LocalDate.of(in.getShort(), in.get() & ~FOLD & 0xff, in.get());
  }

  private static LocalTime time(ByteBuffer in) {
    int hour = in.get() & ~FOLD & 0xff;
    int minute = in.get();
    int second = in.get();
    int micros = (in.get() & 0xff) << 16 | (in.getShort() & 0xffff);
    return LocalTime.of(hour, minute, second, micros * NANOS_IN_MICRO);
  }

  /**
   * Returns the bytes of a date.
   *
   * @throws TypeConversionException if its year is not one of Python's, 1 to 9999
   */
  static byte[] of(LocalDate date) {
    return put(ByteBuffer.allocate(DATE), date, date).array();
  }

  /**
   * Returns the bytes of a time.
   *
   * @throws TypeConversionException if it is no whole number of microseconds
   */
  static byte[] of(LocalTime time) {
    return put(ByteBuffer.allocate(TIME), time, time).array();
  }

  /**
   * Returns the bytes of a date and time.
   *
   * @param source what it comes from, for the error
   * @throws TypeConversionException if the year or the nanoseconds do not fit
   */
  static byte[] of(LocalDateTime time, boolean fold, Temporal source) {
    ByteBuffer out = put(ByteBuffer.allocate(DATE + TIME), time.toLocalDate(), source);
    byte[] bytes = put(out, time.toLocalTime(), source).array();
    if (fold) {
      bytes[2] |= (byte) FOLD;
    }
    return bytes;
  }

  /**
   * Returns the bytes of the date and time in UTC.
   *
   * @throws TypeConversionException if the year or the nanoseconds do not fit
   */
  static byte[] of(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw beyondYears(instant); // perhaps beyond those of LocalDateTime too
    }
    return of(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), false, instant);
  }

  private static ByteBuffer put(ByteBuffer out, LocalDate date, Temporal source) {
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw beyondYears(source);
    }
    return out.putShort((short) date.getYear())
        .put((byte) date.getMonthValue())
        .put((byte) date.getDayOfMonth());
  }

  private static ByteBuffer put(ByteBuffer out, LocalTime time, Temporal source) {
    if (time.getNano() % NANOS_IN_MICRO != 0) {
      throw unconvertible(source, "Python's times have microseconds, no nanoseconds");
    }
    int micros = time.getNano() / NANOS_IN_MICRO;
    return out.put((byte) time.getHour())
        .put((byte) time.getMinute())
        .put((byte) time.getSecond())
        .put((byte) (micros >> 16))
        .putShort((short) micros);
  }

  private static TypeConversionException beyondYears(Temporal source) {
    return unconvertible(source, "Python's years go from 1 to " + LAST_YEAR);
  }

  private static TypeConversionException unconvertible(Temporal source, String why) {
    return ToPython.unconvertible(
        source.getClass().getSimpleName() + " " + source + " (" + why + ")");
  }
}

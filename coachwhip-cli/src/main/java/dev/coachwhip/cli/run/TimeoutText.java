package dev.coachwhip.cli.run;

import java.math.BigDecimal;
import java.time.Duration;

/** A time as people write it: {@code 1.5} (seconds), {@code 500ms}, {@code 2s}, {@code 1m}. */
public final class TimeoutText {

  private TimeoutText() {}

  /**
   * Reads a time.
   *
   * @throws UsageException if it is malformed, not positive, or below a nanosecond
   */
  public static Duration parse(String text) {
    String unit = unitOf(text);
    String number = text.substring(0, text.length() - unit.length());
    if (NumberForm.of(number) == NumberForm.NONE) {
      throw bad(text);
    }
    try {
      long nanos = new BigDecimal(number).multiply(nanosPer(unit)).toBigInteger().longValueExact();
      if (nanos > 0) {
        return Duration.ofNanos(nanos);
      }
    } catch (ArithmeticException e) {
      throw new UsageException("the time '" + text + "' is too long", e);
    }
    throw bad(text);
  }

  private static String unitOf(String text) {
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(end);
  }

  private static BigDecimal nanosPer(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ms" -> 1_000_000L;
          case "", "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default ->
              throw new UsageException("unknown unit of time '" + unit + "'; use ms, s, m or h");
        });
  }

  private static UsageException bad(String text) {
    return new UsageException(
        "'" + text + "' is not a time above zero; write it like 1.5, 500ms, 2s or 1m");
  }
}

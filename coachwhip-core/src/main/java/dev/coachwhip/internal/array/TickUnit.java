package dev.coachwhip.internal.array;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The length of one tick of a time in an array.
 *
 * @param count how many of the base unit one tick has
 * @param months the months of the base unit; 0 where it has a fixed length
 * @param attoseconds the length of the base unit; zero where that is counted in months
 */
record TickUnit(long count, int months, BigInteger attoseconds) {

  /** The ticks of NumPy's "not a time". */
  static final long NOT_A_TIME = Long.MIN_VALUE;

  private static final BigInteger ATTOSECONDS_PER_NANO = BigInteger.TEN.pow(9);
  private static final BigInteger NANOS_PER_SECOND = BigInteger.TEN.pow(9);
  private static final BigInteger ATTOSECONDS_PER_SECOND = BigInteger.TEN.pow(18);

  private static final Pattern TEXT = Pattern.compile("(\\d{0,9})([a-zA-Z]{1,2})");

  private static final Map<String, Integer> MONTHS = Map.of("Y", 12, "M", 1);
  private static final Map<String, Integer> SECONDS =
      Map.of("W", 604_800, "D", 86_400, "h", 3_600, "m", 60, "s", 1);
  private static final Map<String, Integer> DIGITS =
      Map.of("ms", 3, "us", 6, "ns", 9, "ps", 12, "fs", 15, "as", 18);

  /** Reads a unit such as {@code "ns"} or {@code "25s"}; null if it is none. */
  static @Nullable TickUnit of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    long count = matcher.group(1).isEmpty() ? 1 : Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    Integer months = MONTHS.get(unit);
    if (count > 0 && months != null) {
      return new TickUnit(count, months, BigInteger.ZERO);
    }
    BigInteger length = attoseconds(unit);
    return count == 0 || length.signum() == 0 ? null : new TickUnit(count, 0, length);
  }

  private static BigInteger attoseconds(String unit) {
    Integer seconds = SECONDS.get(unit);
    if (seconds != null) {
      return ATTOSECONDS_PER_SECOND.multiply(BigInteger.valueOf(seconds));
    }
    Integer digits = DIGITS.get(unit);
    return digits == null ? BigInteger.ZERO : BigInteger.TEN.pow(18 - digits);
  }

  /** Tells whether ticks have no fixed length. */
  boolean isCalendar() {
    return months != 0;
  }

  /**
   * Returns the months of so many ticks.
   *
   * @throws ArithmeticException if a long does not hold them
   */
  long toMonths(long ticks) {
    return Math.multiplyExact(ticks, Math.multiplyExact(count, (long) months));
  }

  /**
   * Returns the ticks that so many months are.
   *
   * @throws ArithmeticException if they are no whole number
   */
  long fromMonths(long length) {
    long tick = Math.multiplyExact(count, (long) months);
    if (length % tick != 0) {
      throw new ArithmeticException("no whole number of ticks");
    }
    return length / tick;
  }

  /**
   * Returns the length of so many ticks.
   *
   * @throws ArithmeticException if it is no whole number of nanoseconds or too long
   */
  Duration toDuration(long ticks) {
    BigInteger length = BigInteger.valueOf(ticks).multiply(tick());
    BigInteger nanos = exactQuotient(length, ATTOSECONDS_PER_NANO);
    BigInteger second = nanos.mod(NANOS_PER_SECOND);
    BigInteger seconds = nanos.subtract(second).divide(NANOS_PER_SECOND);
    return Duration.ofSeconds(seconds.longValueExact(), second.longValueExact());
  }

  /**
   * Returns the ticks that a length is.
   *
   * @throws ArithmeticException if they are no whole number, or more than a long holds
   */
  long toTicks(Duration length) {
    BigInteger nanos =
        BigInteger.valueOf(length.getSeconds())
            .multiply(NANOS_PER_SECOND)
            .add(BigInteger.valueOf(length.getNano()));
    return exactQuotient(nanos.multiply(ATTOSECONDS_PER_NANO), tick()).longValueExact();
  }

  private BigInteger tick() {
    return attoseconds.multiply(BigInteger.valueOf(count));
  }

  private static BigInteger exactQuotient(BigInteger dividend, BigInteger divisor) {
    BigInteger[] result = dividend.divideAndRemainder(divisor);
    if (result[1].signum() != 0) {
      throw new ArithmeticException("no whole number");
    }
    return result[0];
  }
}

package dev.coachwhip.rhai.runtime;

/**
 * A {@code timestamp}: a point in time that only runs forward.
 *
 * @param seconds whole seconds on the clock of {@link System#nanoTime()}
 * @param nanosOfSecond nanoseconds after them, 0 to 999,999,999
 */
public record Timestamp(long seconds, int nanosOfSecond) implements Comparable<Timestamp> {

  private static final long NANOS = 1_000_000_000;

  /** Makes one of nanoseconds on the clock of {@link System#nanoTime()}. */
  public Timestamp(long nanos) {
    this(Math.floorDiv(nanos, NANOS), (int) Math.floorMod(nanos, NANOS));
  }

  /** Returns the present. */
  public static Timestamp now() {
    return new Timestamp(System.nanoTime());
  }

  /** Returns nanoseconds; the closest there are if it is centuries away. */
  public long nanos() {
    long whole = Math.clamp(seconds, Long.MIN_VALUE / NANOS + 1, Long.MAX_VALUE / NANOS - 1);
    return whole * NANOS + nanosOfSecond;
  }

  /**
   * Returns a later moment.
   *
   * @param nanos 0 to 999,999,999
   * @throws ArithmeticException if there is none
   */
  public Timestamp plus(long seconds, long nanos) {
    long sum = nanosOfSecond + nanos;
    long whole = Math.addExact(this.seconds, seconds);
    return new Timestamp(Math.addExact(whole, sum / NANOS), (int) (sum % NANOS));
  }

  /**
   * Returns an earlier moment.
   *
   * @param nanos 0 to 999,999,999
   * @throws ArithmeticException if there is none
   */
  public Timestamp minus(long seconds, long nanos) {
    long rest = nanosOfSecond - nanos;
    long whole = Math.subtractExact(this.seconds, seconds);
    return rest >= 0
        ? new Timestamp(whole, (int) rest)
        : new Timestamp(Math.subtractExact(whole, 1), (int) (rest + NANOS));
  }

  /** Returns the seconds from another moment to this one, below 0 if that is later. */
  public double secondsSince(Timestamp start) {
    return compareTo(start) < 0 ? -start.secondsAfter(this) : secondsAfter(start);
  }

  private double secondsAfter(Timestamp start) {
    int nanos = nanosOfSecond - start.nanosOfSecond;
    long borrowed = nanos < 0 ? 1 : 0;
    double whole = (double) seconds - start.seconds - borrowed;
    return whole + (nanos + borrowed * NANOS) / (double) NANOS;
  }

  @Override
  public int compareTo(Timestamp other) {
    int order = Long.compare(seconds, other.seconds);
    return order != 0 ? order : Integer.compare(nanosOfSecond, other.nanosOfSecond);
  }
}

package dev.coachwhip.rhai.runtime;

/**
 * A {@code timestamp}: a point in time that only runs forward.
 *
 * @param nanos nanoseconds on the clock of {@link System#nanoTime()}
 */
public record Timestamp(long nanos) {

  /** Returns the present. */
  public static Timestamp now() {
    return new Timestamp(System.nanoTime());
  }
}

package dev.coachwhip.rhai.convert;

import dev.coachwhip.rhai.runtime.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * Rhai's timestamps, which are points of a clock that only runs forward, as points of the calendar
 * and back. Both clocks are compared once, so that it comes out even.
 */
final class Moments {

  @SuppressWarnings("TimeInStaticInitializer") // the pair is what is wanted, of whatever moment
  private static final Instant ORIGIN = Instant.now();

  private static final long ORIGIN_NANOS = System.nanoTime();

  private Moments() {}

  static Instant instant(Timestamp timestamp) {
    return ORIGIN.plusNanos(timestamp.nanos() - ORIGIN_NANOS);
  }

  static Timestamp timestamp(Instant instant) {
    return new Timestamp(ORIGIN_NANOS + Duration.between(ORIGIN, instant).toNanos());
  }
}

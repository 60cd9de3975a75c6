package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.time.Duration;

/** NumPy's {@code timedelta64}; months and years have no length. */
final class TimedeltaElements extends TimeElements {

  TimedeltaElements(DType dtype) {
    super(dtype);
  }

  @Override
  Object time(TickUnit tick, long ticks) {
    return tick.toDuration(ticks);
  }

  @Override
  long ticks(TickUnit tick, Object time) {
    return tick.toTicks((Duration) time);
  }

  @Override
  Class<?> javaType() {
    return Duration.class;
  }

  @Override
  boolean hasTimes(TickUnit tick) {
    return !tick.isCalendar();
  }
}

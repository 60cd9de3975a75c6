package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** NumPy's {@code datetime64}: local times, as it has no zones. */
final class DatetimeElements extends TimeElements {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  DatetimeElements(DType dtype) {
    super(dtype);
  }

  @Override
  Object time(TickUnit tick, long ticks) {
    if (tick.isCalendar()) {
      return EPOCH.plusMonths(tick.toMonths(ticks));
    }
    Duration sinceEpoch = tick.toDuration(ticks);
    return LocalDateTime.ofEpochSecond(
        sinceEpoch.getSeconds(), sinceEpoch.getNano(), ZoneOffset.UTC);
  }

  @Override
  long ticks(TickUnit tick, Object time) {
    LocalDateTime dateTime = (LocalDateTime) time;
    if (!tick.isCalendar()) {
      Instant instant = dateTime.toInstant(ZoneOffset.UTC);
      return tick.toTicks(Duration.ofSeconds(instant.getEpochSecond(), instant.getNano()));
    }
    long months = EPOCH.until(dateTime, ChronoUnit.MONTHS);
    if (!EPOCH.plusMonths(months).equals(dateTime)) {
      throw new ArithmeticException("not the first moment of a month");
    }
    return tick.fromMonths(months);
  }

  @Override
  Class<?> javaType() {
    return LocalDateTime.class;
  }

  @Override
  boolean hasTimes(TickUnit tick) {
    return true;
  }
}

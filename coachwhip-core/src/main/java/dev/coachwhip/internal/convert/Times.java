package dev.coachwhip.internal.convert;

import static java.util.Map.entry;

import dev.coachwhip.ScriptValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Points in time. Only a time that knows its zone is an instant; one without is a {@code
 * LocalDateTime} and nothing else, which {@link Scalars} gives, as dates and durations.
 */
final class Times {

  private static final Map<Class<?>, Function<ZonedDateTime, Object>> FROM_ZONED =
      Map.ofEntries(
          entry(Instant.class, ZonedDateTime::toInstant),
          entry(OffsetDateTime.class, ZonedDateTime::toOffsetDateTime),
          entry(ZonedDateTime.class, time -> time));

  private Times() {}

  static @Nullable Converter of(Class<?> type) {
    Function<ZonedDateTime, Object> fromZoned = FROM_ZONED.get(type);
    return fromZoned == null ? null : (value, _) -> fromZoned.apply(zoned(value, type));
  }

  private static ZonedDateTime zoned(ScriptValue value, Class<?> type) {
    return switch (value.data()) {
      case ZonedDateTime time -> time;
      case OffsetDateTime time -> time.toZonedDateTime();
      case null, default -> throw Misfit.of(type, value);
    };
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * {@code datetime.datetime}: LocalDateTime if naive; with a zone that both sides know by name
 * ZonedDateTime, with any other OffsetDateTime; a reference where the zone gives no offset that
 * Java has. Attached.
 */
final class DateTimes {

  private static final ModuleObject DATETIME = new ModuleObject("datetime", "datetime");
  private static final ModuleObject REDUCE = new ModuleObject("datetime", "datetime.__reduce_ex__");
  private static final ModuleObject OFFSET = new ModuleObject("datetime", "datetime.utcoffset");

  private DateTimes() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    List<ScriptValue> recipe = Recipe.reduceEx(REDUCE, object, conversion);
    byte[] bytes = recipe.getFirst().asBytes();
    LocalDateTime time = TimeBytes.dateTime(bytes);
    if (recipe.size() == 1) {
      return ToJava.of(time, typeName);
    }
    return switch (recipe.getLast().data()) {
      case ZoneOffset offset -> ToJava.of(OffsetDateTime.of(time, offset), typeName);
      case ZoneId zone when isIn(zone, time) ->
          ToJava.of(inZone(time, zone, TimeBytes.isFold(bytes)), typeName);
      case null, default -> withOffset(object, time, typeName, conversion);
    };
  }

  /** False in the hour that is left out when clocks are set forward; Python does not mind it. */
  private static boolean isIn(ZoneId zone, LocalDateTime time) {
    return !zone.getRules().getValidOffsets(time).isEmpty();
  }

  private static ZonedDateTime inZone(LocalDateTime time, ZoneId zone, boolean fold) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    return ZonedDateTime.ofLocal(time, zone, fold ? offsets.getLast() : offsets.getFirst());
  }

  /** Asks the object's zone, which may run the script's code. */
  private static ScriptValue withOffset(
      long object, LocalDateTime time, String typeName, ToJava conversion) {
    return conversion.call(OFFSET, object).data() instanceof Duration offset && Zones.fits(offset)
        ? ToJava.of(OffsetDateTime.of(time, Zones.of(offset)), typeName)
        : conversion.reference(object, typeName);
  }

  static long naive(LocalDateTime time, ToPython conversion) {
    return conversion.call(DATETIME, TimeBytes.of(time, false, time));
  }

  static long withOffset(OffsetDateTime time, ToPython conversion) {
    byte[] bytes = TimeBytes.of(time.toLocalDateTime(), false, time);
    return conversion.call(DATETIME, bytes, time.getOffset());
  }

  static long inZone(ZonedDateTime time, ToPython conversion) {
    byte[] bytes = TimeBytes.of(time.toLocalDateTime(), isFold(time), time);
    return conversion.call(DATETIME, bytes, time.getZone());
  }

  /** Tells whether a time is the second one of its name, after clocks were set back. */
  static boolean isFold(ZonedDateTime time) {
    return time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1
        && time.equals(time.withLaterOffsetAtOverlap());
  }

  static long instant(Instant instant, ToPython conversion) {
    return conversion.call(DATETIME, TimeBytes.of(instant), ZoneOffset.UTC);
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * {@code datetime.timezone}: ZoneOffset, of whole seconds up to 18 hours; {@code
 * zoneinfo.ZoneInfo}: ZoneId, of a name that both sides know. Others are references. Attached.
 */
final class Zones {

  private static final ModuleObject TIMEZONE = new ModuleObject("datetime", "timezone");
  private static final ModuleObject OFFSET = new ModuleObject("datetime", "timezone.utcoffset");
  private static final ModuleObject ZONE_INFO = ModuleObject.ours("_values", "zone_info");
  private static final ModuleObject KEY = new ModuleObject("zoneinfo", "ZoneInfo.key.__get__");

  private static final Duration LARGEST = Duration.ofSeconds(ZoneOffset.MAX.getTotalSeconds());

  private Zones() {}

  static ScriptValue fixedToJava(long object, String typeName, ToJava conversion) {
    // It is the same at any time, so none is given.
    return conversion.call(OFFSET, object, Py.NONE).data() instanceof Duration offset
            && fits(offset)
        ? ToJava.of(of(offset), typeName)
        : conversion.reference(object, typeName);
  }

  /** Tells whether Java has the offset. */
  static boolean fits(Duration offset) {
    return offset.toNanosPart() == 0 && offset.abs().compareTo(LARGEST) <= 0;
  }

  static ZoneOffset of(Duration offset) {
    return ZoneOffset.ofTotalSeconds((int) offset.toSeconds());
  }

  static ScriptValue namedToJava(long object, String typeName, ToJava conversion) {
    if (conversion.call(KEY, object).data() instanceof String key) {
      try {
        return ToJava.of(ZoneId.of(key), typeName);
      } catch (DateTimeException e) {
        return conversion.reference(object, typeName); // Java's database does not have it
      }
    }
    return conversion.reference(object, typeName);
  }

  static long fixed(ZoneOffset offset, ToPython conversion) {
    return conversion.call(TIMEZONE, Duration.ofSeconds(offset.getTotalSeconds()));
  }

  /**
   * Makes a {@code ZoneInfo}, which Python keeps by name.
   *
   * @throws TypeConversionException if Python's database does not have it
   */
  static long named(ZoneId zone, ToPython conversion) {
    long found = conversion.call(ZONE_INFO, zone.getId());
    if (found == Py.NONE) {
      PyRefs.Py_DecRef(found);
      throw ToPython.unconvertible("the time zone " + zone + " (Python has none of that name)");
    }
    return found;
  }
}

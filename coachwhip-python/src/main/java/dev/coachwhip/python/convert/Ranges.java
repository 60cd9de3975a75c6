package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.spi.RangeList;
import java.util.List;

/**
 * {@code range}: List, in constant time; a reference where an end is outside the range of long or
 * the length above that of int. Attached.
 */
final class Ranges {

  private static final ModuleObject RANGE = new ModuleObject("builtins", "range");
  private static final ModuleObject REDUCE = new ModuleObject("builtins", "range.__reduce__");

  private Ranges() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    List<ScriptValue> ends = Recipe.reduce(REDUCE, object, conversion);
    if (ends.stream().allMatch(end -> end.data() instanceof Long)) {
      long start = ends.get(0).asLong();
      long stop = ends.get(1).asLong();
      long step = ends.get(2).asLong();
      if (RangeList.fits(start, stop, step)) {
        return ToJava.of(new RangeList(start, stop, step, "int", PythonPrinter.INSTANCE), typeName);
      }
    }
    return conversion.reference(object, typeName);
  }

  static long toPython(RangeList range, ToPython conversion) {
    return conversion.call(RANGE, range.start(), range.stop(), range.step());
  }
}

package dev.coachwhip.rhai.convert;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.function.LongFunction;

/** Arrays over memory, such as NumPy's, as arrays of Rhai: copies, one inside the other. */
final class ScriptArrays {

  private ScriptArrays() {}

  /** Returns a copy; Rhai has no array without a dimension, so that is its one element. */
  static Object copy(ScriptArray array, Place place) {
    LongFunction<Object> element = element(array, place);
    if (array.rank() == 0) {
      return element.apply(-1);
    }
    return copy(array, element, place);
  }

  private static RhaiArray copy(ScriptArray array, LongFunction<Object> element, Place place) {
    int length = Math.toIntExact(array.shape()[0]);
    RhaiArray result = new RhaiArray(length);
    for (int i = 0; i < length; i++) {
      result.add(array.rank() == 1 ? element.apply(i) : copy(array.at(i), place));
    }
    return result;
  }

  private static LongFunction<Object> element(ScriptArray array, Place place) {
    String type = array.dtype();
    if (array.rank() > 1) {
      return _ -> Unit.UNIT;
    }
    if (type.equals("bool")) {
      return i -> i < 0 ? array.getBoolean() : array.getBoolean(i);
    }
    if (type.startsWith("int") || type.startsWith("uint")) {
      return i -> i < 0 ? array.getLong() : array.getLong(i);
    }
    if (type.startsWith("float")) {
      return i -> i < 0 ? array.getDouble() : array.getDouble(i);
    }
    throw place.refused(ToScript.ANY, "an array of " + type);
  }
}

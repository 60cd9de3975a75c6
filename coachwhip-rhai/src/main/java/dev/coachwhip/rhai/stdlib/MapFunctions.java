package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** BasicMapPackage, without the functions that call back. */
final class MapFunctions {

  private MapFunctions() {}

  @RhaiFunction
  static long len(RhaiMap map) {
    return map.size();
  }

  @RhaiFunction
  static boolean isEmpty(RhaiMap map) {
    return map.isEmpty();
  }

  @RhaiFunction
  static boolean contains(RhaiMap map, RhaiString property) {
    return map.containsKey(property.toString());
  }

  @RhaiFunction
  static Object get(RhaiMap map, RhaiString property) {
    return Values.copy(orUnit(map.get(property.toString())));
  }

  @RhaiFunction(pure = false)
  static void set(RhaiMap map, RhaiString property, Object value) {
    map.put(property.toString(), value);
  }

  @RhaiFunction(pure = false)
  static void clear(RhaiMap map) {
    map.clear();
  }

  @RhaiFunction(pure = false)
  static Object remove(RhaiMap map, RhaiString property) {
    return orUnit(map.remove(property.toString()));
  }

  private static Object orUnit(@Nullable Object value) {
    return value == null ? Unit.UNIT : value;
  }

  @RhaiFunction(pure = false)
  @RhaiFunction(name = "+=", pure = false)
  static void mixin(RhaiMap map, RhaiMap others) {
    others.forEach((key, value) -> map.put(key, Values.copy(value)));
  }

  @RhaiFunction(name = "+")
  static RhaiMap plus(RhaiMap left, RhaiMap right) {
    RhaiMap sum = left.copy();
    mixin(sum, right);
    return sum;
  }

  @RhaiFunction(pure = false)
  static void fillWith(RhaiMap map, RhaiMap others) {
    others.forEach((key, value) -> {
      if (!map.containsKey(key)) {
        map.put(key, Values.copy(value));
      }
    });
  }

  @RhaiFunction(name = "==")
  static boolean equal(Run run, RhaiMap left, RhaiMap right) {
    run.checkStop(0, 0);
    if (left.size() != right.size()) {
      return false;
    }
    for (String key : left.keys()) {
      Object other = right.get(key);
      if (other == null || !Operators.equal(orUnit(left.get(key)), other, run)) {
        return false;
      }
    }
    return true;
  }

  @RhaiFunction(name = "!=")
  static boolean notEqual(Run run, RhaiMap left, RhaiMap right) {
    return !equal(run, left, right);
  }

  @RhaiFunction
  static RhaiArray keys(RhaiMap map) {
    List<String> keys = map.keys();
    RhaiArray result = new RhaiArray(keys.size());
    keys.forEach(key -> result.add(RhaiString.of(key)));
    return result;
  }

  @RhaiFunction
  static RhaiArray values(RhaiMap map) {
    RhaiArray result = new RhaiArray(map.size());
    map.forEach((key, value) -> result.add(Values.copy(value)));
    return result;
  }
}

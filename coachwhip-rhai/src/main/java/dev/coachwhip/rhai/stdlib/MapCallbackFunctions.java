package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Values;

/**
 * BasicMapPackage: functions that call back with each key and value, or with the key and {@code
 * this}.
 */
final class MapCallbackFunctions {

  private MapCallbackFunctions() {}

  // Errors of `map` say "filter": so does Rhai.
  @RhaiFunction
  static RhaiMap map(Run run, RhaiMap map, FunctionPointer mapper) {
    Callback callback = Callback.of(run, "filter", mapper);
    RhaiMap mapped = new RhaiMap();
    for (String key : map.keys()) {
      mapped.put(key, call(callback, map, key));
    }
    return mapped;
  }

  @RhaiFunction
  static RhaiMap filter(Run run, RhaiMap map, FunctionPointer filter) {
    Callback callback = Callback.of(run, "filter", filter);
    RhaiMap found = new RhaiMap();
    for (String key : map.keys()) {
      if (Callback.isTrue(call(callback, map, key))) {
        found.put(key, Values.copy(new Place.OfMap(map, key).get()));
      }
    }
    return found;
  }

  @RhaiFunction(pure = false)
  static RhaiMap drain(Run run, RhaiMap map, FunctionPointer filter) {
    return removeWhere(map, Callback.of(run, "drain", filter), true);
  }

  @RhaiFunction(pure = false)
  static RhaiMap retain(Run run, RhaiMap map, FunctionPointer filter) {
    return removeWhere(map, Callback.of(run, "retain", filter), false);
  }

  // As in Rhai, what was drained before the callback failed is gone, and what it failed for.
  private static RhaiMap removeWhere(RhaiMap map, Callback filter, boolean answer) {
    RhaiMap removed = new RhaiMap();
    for (String key : map.keys()) {
      if (isTrue(filter, map, key) == answer) {
        Object value = map.remove(key);
        if (value != null) {
          removed.put(key, value);
        }
      }
    }
    return removed;
  }

  private static boolean isTrue(Callback filter, RhaiMap map, String key) {
    try {
      return Callback.isTrue(call(filter, map, key));
    } catch (RhaiError e) {
      map.remove(key);
      throw e;
    }
  }

  private static Object call(Callback callback, RhaiMap map, String key) {
    return callback.callAfter(RhaiString.of(key), new Place.OfMap(map, key));
  }
}

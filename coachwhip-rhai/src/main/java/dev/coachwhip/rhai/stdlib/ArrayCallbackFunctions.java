package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;

/** BasicArrayPackage: functions that make something of all items. */
final class ArrayCallbackFunctions {

  private ArrayCallbackFunctions() {}

  @RhaiFunction(pure = false)
  static void forEach(Run run, RhaiArray array, FunctionPointer action) {
    Callback callback = Callback.of(run, "for_each", action);
    Place.OfArray item = new Place.OfArray(array, 0);
    for (int i = 0; i < array.size(); i++) {
      callback.callOnly(item.at(i), i);
    }
  }

  @RhaiFunction
  static RhaiArray map(Run run, RhaiArray array, FunctionPointer mapper) {
    Callback callback = Callback.of(run, "map", mapper);
    Place.OfArray item = new Place.OfArray(array, 0);
    RhaiArray mapped = new RhaiArray(array.size());
    for (int i = 0; i < array.size(); i++) {
      mapped.add(callback.call(item.at(i), i));
    }
    return mapped;
  }

  @RhaiFunction(pure = false)
  static RhaiArray map(Run run, RhaiArray array, RhaiString mapper) {
    return map(run, array, FunctionNames.pointer(mapper));
  }

  @RhaiFunction
  static RhaiArray filter(Run run, RhaiArray array, FunctionPointer filter) {
    Callback callback = Callback.of(run, "filter", filter);
    Place.OfArray item = new Place.OfArray(array, 0);
    RhaiArray found = new RhaiArray();
    for (int i = 0; i < array.size(); i++) {
      if (callback.test(item.at(i), i)) {
        found.add(Values.copy(item.get()));
      }
    }
    return found;
  }

  @RhaiFunction(pure = false)
  static RhaiArray filter(Run run, RhaiArray array, RhaiString filter) {
    return filter(run, array, FunctionNames.pointer(filter));
  }

  @RhaiFunction
  static Object reduce(Run run, RhaiArray array, FunctionPointer reducer) {
    return reduce(run, array, reducer, Unit.UNIT);
  }

  @RhaiFunction
  static Object reduce(Run run, RhaiArray array, FunctionPointer reducer, Object initial) {
    Callback callback = Callback.of(run, "reduce", reducer);
    Place.OfArray item = new Place.OfArray(array, 0);
    Object result = Values.copy(initial);
    for (int i = 0; i < array.size(); i++) {
      result = callback.callAfter(result, item.at(i), i);
    }
    return result;
  }

  @RhaiFunction
  static Object reduce(Run run, RhaiArray array, RhaiString reducer) {
    return reduce(run, array, FunctionNames.pointer(reducer));
  }

  @RhaiFunction
  static Object reduce(Run run, RhaiArray array, RhaiString reducer, Object initial) {
    return reduce(run, array, FunctionNames.pointer(reducer), initial);
  }

  @RhaiFunction
  static Object reduceRev(Run run, RhaiArray array, FunctionPointer reducer) {
    return reduceRev(run, array, reducer, Unit.UNIT);
  }

  @RhaiFunction
  static Object reduceRev(Run run, RhaiArray array, FunctionPointer reducer, Object initial) {
    Callback callback = Callback.of(run, "reduce_rev", reducer);
    Place.OfArray item = new Place.OfArray(array, 0);
    Object result = Values.copy(initial);
    for (int i = array.size() - 1; i >= 0; i--) {
      result = callback.callAfter(result, item.at(i), i);
    }
    return result;
  }

  @RhaiFunction
  static Object reduceRev(Run run, RhaiArray array, RhaiString reducer) {
    return reduceRev(run, array, FunctionNames.pointer(reducer));
  }

  @RhaiFunction
  static Object reduceRev(Run run, RhaiArray array, RhaiString reducer, Object initial) {
    return reduceRev(run, array, FunctionNames.pointer(reducer), initial);
  }

  @RhaiFunction
  static RhaiArray zip(Run run, RhaiArray array, RhaiArray other, FunctionPointer combiner) {
    Callback callback = Callback.of(run, "zip", combiner);
    int size = Math.min(array.size(), other.size());
    RhaiArray zipped = new RhaiArray(size);
    for (int i = 0; i < size; i++) {
      Object left = Values.copy(array.get(i));
      zipped.add(callback.callWithPair(left, Values.copy(other.get(i)), i));
    }
    return zipped;
  }
}

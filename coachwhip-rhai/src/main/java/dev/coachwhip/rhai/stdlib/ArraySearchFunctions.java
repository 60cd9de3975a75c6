package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;

/** BasicArrayPackage: comparing, and looking for items. */
final class ArraySearchFunctions {

  private ArraySearchFunctions() {}

  @RhaiFunction(name = "==")
  static boolean equal(Run run, RhaiArray left, RhaiArray right) {
    run.checkStop(0, 0); // small values may hold the same ones again and again
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!Operators.equal(left.get(i), right.get(i), run)) {
        return false;
      }
    }
    return true;
  }

  @RhaiFunction(name = "!=")
  static boolean notEqual(Run run, RhaiArray left, RhaiArray right) {
    return !equal(run, left, right);
  }

  @RhaiFunction
  static boolean contains(Run run, RhaiArray array, Object value) {
    return indexOf(run, array, value, 0) >= 0;
  }

  @RhaiFunction
  static long indexOf(Run run, RhaiArray array, Object value) {
    return indexOf(run, array, value, 0);
  }

  @RhaiFunction
  static long indexOf(Run run, RhaiArray array, Object value, long start) {
    for (int i = Slice.of(array.size(), start, 0).start(); i < array.size(); i++) {
      if (Operators.equal(array.get(i), value, run)) {
        return i;
      }
    }
    return -1;
  }

  @RhaiFunction
  static long indexOf(Run run, RhaiArray array, FunctionPointer filter) {
    return indexOf(run, array, filter, 0);
  }

  @RhaiFunction
  static long indexOf(Run run, RhaiArray array, FunctionPointer filter, long start) {
    Callback callback = Callback.of(run, "index_of", filter);
    Place.OfArray item = new Place.OfArray(array, 0);
    for (int i = Slice.of(array.size(), start, 0).start(); i < array.size(); i++) {
      if (callback.test(item.at(i), i)) {
        return i;
      }
    }
    return -1;
  }

  @RhaiFunction
  static long indexOf(Run run, RhaiArray array, RhaiString filterOrItem) {
    return indexOf(run, array, filterOrItem, 0);
  }

  /** Takes a string for the name of a filter; if there is no such function, for an item. */
  @RhaiFunction
  static long indexOf(Run run, RhaiArray array, RhaiString filterOrItem, long start) {
    FunctionPointer filter = FunctionNames.pointerOrNull(filterOrItem);
    if (filter != null && !array.isEmpty()) {
      try {
        return indexOf(run, array, filter, start);
      } catch (RhaiError error) {
        if (!isMissing(error, filter.name())) {
          throw error;
        }
      }
    }
    return indexOf(run, array, (Object) filterOrItem, start);
  }

  private static boolean isMissing(RhaiError error, String function) {
    RhaiError cause = error.kind() == ErrorKind.IN_FUNCTION_CALL ? error.inner() : error;
    return cause != null
        && cause.kind() == ErrorKind.FUNCTION_NOT_FOUND
        && cause.subject().startsWith(function);
  }

  @RhaiFunction
  static Object find(Run run, RhaiArray array, FunctionPointer filter) {
    return find(run, array, filter, 0);
  }

  @RhaiFunction
  static Object find(Run run, RhaiArray array, FunctionPointer filter, long start) {
    int found = (int) indexOf(run, array, filter, start);
    return found < 0 ? Unit.UNIT : Values.copy(array.get(found));
  }

  @RhaiFunction
  static Object findMap(Run run, RhaiArray array, FunctionPointer mapper) {
    return findMap(run, array, mapper, 0);
  }

  @RhaiFunction
  static Object findMap(Run run, RhaiArray array, FunctionPointer mapper, long start) {
    Callback callback = Callback.of(run, "find_map", mapper);
    Place.OfArray item = new Place.OfArray(array, 0);
    for (int i = Slice.of(array.size(), start, 0).start(); i < array.size(); i++) {
      Object found = callback.call(item.at(i), i);
      if (found != Unit.UNIT) {
        return found;
      }
    }
    return Unit.UNIT;
  }

  @RhaiFunction
  static boolean some(Run run, RhaiArray array, FunctionPointer filter) {
    Callback callback = Callback.of(run, "some", filter);
    Place.OfArray item = new Place.OfArray(array, 0);
    for (int i = 0; i < array.size(); i++) {
      if (callback.test(item.at(i), i)) {
        return true;
      }
    }
    return false;
  }

  @RhaiFunction
  static boolean some(Run run, RhaiArray array, RhaiString filter) {
    return some(run, array, FunctionNames.pointer(filter));
  }

  @RhaiFunction
  static boolean all(Run run, RhaiArray array, FunctionPointer filter) {
    Callback callback = Callback.of(run, "all", filter);
    Place.OfArray item = new Place.OfArray(array, 0);
    for (int i = 0; i < array.size(); i++) {
      if (!callback.test(item.at(i), i)) {
        return false;
      }
    }
    return true;
  }

  @RhaiFunction
  static boolean all(Run run, RhaiArray array, RhaiString filter) {
    return all(run, array, FunctionNames.pointer(filter));
  }
}

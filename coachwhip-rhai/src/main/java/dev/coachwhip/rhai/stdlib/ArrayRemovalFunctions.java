package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Values;
import java.util.function.BiPredicate;

/**
 * BasicArrayPackage: functions that remove the items that a callback, or an equal neighbour, marks.
 */
final class ArrayRemovalFunctions {

  private ArrayRemovalFunctions() {}

  @RhaiFunction(pure = false)
  static RhaiArray drain(Run run, RhaiArray array, FunctionPointer filter) {
    return removeWhere(array, Callback.of(run, "drain", filter), true);
  }

  @RhaiFunction(pure = false)
  static RhaiArray drain(Run run, RhaiArray array, RhaiString filter) {
    return drain(run, array, FunctionNames.pointer(filter));
  }

  @RhaiFunction(pure = false)
  static RhaiArray retain(Run run, RhaiArray array, FunctionPointer filter) {
    return removeWhere(array, Callback.of(run, "retain", filter), false);
  }

  @RhaiFunction(pure = false)
  static RhaiArray retain(Run run, RhaiArray array, RhaiString filter) {
    return retain(run, array, FunctionNames.pointer(filter));
  }

  // As in Rhai, items that were judged before the callback failed are gone.
  private static RhaiArray removeWhere(RhaiArray array, Callback filter, boolean answer) {
    RhaiArray removed = new RhaiArray();
    Place.OfArray item = new Place.OfArray(array, 0);
    array.reserve(array.size());
    int size = array.size();
    int kept = 0;
    int judged = 0;
    try {
      for (; judged < size; judged++) {
        if (filter.test(item.at(judged), judged) == answer) {
          removed.add(array.get(judged));
        } else {
          move(array, judged, kept++);
        }
      }
    } finally {
      array.removeRange(kept, judged);
    }
    return removed;
  }

  private static void move(RhaiArray array, int from, int to) {
    if (from != to) {
      array.set(to, array.get(from));
    }
  }

  @RhaiFunction(pure = false)
  static void dedup(Run run, RhaiArray array) {
    dedup(array, (earlier, later) -> Operators.equal(earlier, later, run));
  }

  @RhaiFunction(pure = false)
  static void dedup(Run run, RhaiArray array, FunctionPointer comparer) {
    Callback callback = Callback.of(run, "dedup", comparer);
    dedup(
        array,
        (earlier, later) ->
            Callback.isTrue(callback.callPlain(Values.copy(earlier), Values.copy(later))));
  }

  @RhaiFunction(pure = false)
  static void dedup(Run run, RhaiArray array, RhaiString comparer) {
    dedup(run, array, FunctionNames.pointer(comparer));
  }

  private static void dedup(RhaiArray array, BiPredicate<Object, Object> comparer) {
    if (array.isEmpty()) {
      return;
    }
    array.reserve(array.size());
    int kept = 1;
    for (int i = 1; i < array.size(); i++) {
      if (!isEqual(comparer, array.get(kept - 1), array.get(i))) {
        move(array, i, kept++);
      }
    }
    array.truncate(kept);
  }

  // A comparer that fails says "different"; but what ends the script must not be lost.
  private static boolean isEqual(
      BiPredicate<Object, Object> comparer, Object earlier, Object later) {
    try {
      return comparer.test(earlier, later);
    } catch (RhaiError error) {
      if (error.kind() == ErrorKind.TOO_MANY_OPERATIONS || error.kind() == ErrorKind.TERMINATED) {
        throw error;
      }
      return false;
    }
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Values;

/**
 * BasicArrayPackage: sorting, in place ({@code sort}) or into a new array ({@code order}). Stable.
 */
final class ArraySortFunctions {

  private ArraySortFunctions() {}

  @RhaiFunction(pure = false)
  static void sort(RhaiArray array) {
    NaturalOrder.sort(array, false);
  }

  @RhaiFunction(pure = false)
  static void sortDesc(RhaiArray array) {
    NaturalOrder.sort(array, true);
  }

  @RhaiFunction(pure = false)
  static RhaiArray order(RhaiArray array) {
    RhaiArray sorted = array.copy();
    NaturalOrder.sort(sorted, false);
    return sorted;
  }

  @RhaiFunction(pure = false)
  static RhaiArray orderDesc(RhaiArray array) {
    RhaiArray sorted = array.copy();
    NaturalOrder.sort(sorted, true);
    return sorted;
  }

  @RhaiFunction(pure = false)
  @RhaiFunction(name = "sort_by", pure = false)
  static void sort(Run run, RhaiArray array, FunctionPointer comparer) {
    if (array.size() <= 1) {
      return;
    }
    Callback callback = Callback.of(run, "sort", comparer);
    Object[] items = NaturalOrder.ownItems(array);
    StableSort.sort(items, (left, right) -> isLess(callback, left, right));
    array.setItems(items, items.length);
  }

  @RhaiFunction(pure = false)
  static void sort(Run run, RhaiArray array, RhaiString comparer) {
    sort(run, array, FunctionNames.pointer(comparer));
  }

  @RhaiFunction(pure = false)
  @RhaiFunction(name = "order_by", pure = false)
  static RhaiArray order(Run run, RhaiArray array, FunctionPointer comparer) {
    RhaiArray sorted = array.copy();
    sort(run, sorted, comparer);
    return sorted;
  }

  // A comparer may return a number or whether the first is less. In Rhai one that fails, or returns
  // anything else, says "equal"; but what ends the script must not be lost.
  private static boolean isLess(Callback comparer, Object left, Object right) {
    try {
      Object answer = Tagged.strip(comparer.callPlain(Values.copy(left), Values.copy(right)));
      return answer instanceof Long number ? number < 0 : answer instanceof Boolean less && less;
    } catch (RhaiError error) {
      if (error.kind() == ErrorKind.TOO_MANY_OPERATIONS || error.kind() == ErrorKind.TERMINATED) {
        throw error;
      }
      return false;
    }
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.Arrays;
import java.util.Comparator;

/** Sorts items that are all of one basic type. */
final class NaturalOrder {

  private NaturalOrder() {}

  /**
   * Sorts in place, stably.
   *
   * @throws RhaiError if the types differ, or have no order
   */
  static void sort(RhaiArray array, boolean descending) {
    if (array.size() <= 1 || array.sortIntegers(descending)) {
      return;
    }
    Object[] items = ownItems(array);
    checkTypes(items);
    if (!sortUnboxed(items, descending)) {
      Comparator<Object> order = order(items[0]);
      Comparator<Object> chosen = descending ? order.reversed() : order;
      StableSort.sort(items, (left, right) -> chosen.compare(left, right) < 0);
    }
    array.setItems(items, items.length);
  }

  /** Returns the items, which no other array shares from then on, in a new Java array. */
  static Object[] ownItems(RhaiArray array) {
    array.reserve(array.size());
    return array.toArray();
  }

  private static void checkTypes(Object[] items) {
    Object first = items[0];
    for (Object item : items) {
      if (!isSameType(first, item)) {
        throw RhaiError.functionNotFound("elements of different types cannot be sorted");
      }
    }
  }

  private static boolean isSameType(Object first, Object other) {
    if (Values.typeOf(first) != Values.typeOf(other)) {
      return false;
    }
    return !(Tagged.strip(first) instanceof RhaiRange range)
        || (Tagged.strip(other) instanceof RhaiRange second
            && range.inclusive() == second.inclusive());
  }

  private static Comparator<Object> order(Object sample) {
    Object plain = Tagged.strip(sample);
    if (plain instanceof Double) {
      return NaturalOrder::compareFloats;
    }
    if (plain instanceof Long
        || plain instanceof RhaiString
        || plain instanceof RhaiCharacter
        || plain instanceof Boolean) {
      return NaturalOrder::compareComparable;
    }
    if (plain instanceof Unit) {
      return NaturalOrder::compareUnits;
    }
    String type = Values.rustTypeName(plain);
    throw RhaiError.functionNotFound("elements of " + type + " cannot be sorted");
  }

  @SuppressWarnings("UnusedVariable") // there is only one
  private static int compareUnits(Object left, Object right) {
    return 0;
  }

  // All items have one type, which compares with itself only.
  @SuppressWarnings("unchecked")
  private static int compareComparable(Object left, Object right) {
    return ((Comparable<Object>) Tagged.strip(left)).compareTo(Tagged.strip(right));
  }

  // NaN is equal to all numbers, and -0.0 to 0.0.
  private static int compareFloats(Object left, Object right) {
    double x = (Double) Tagged.strip(left);
    double y = (Double) Tagged.strip(right);
    return x < y ? -1 : x > y ? 1 : 0;
  }

  /** Sorts many untagged numbers, of which equal ones are alike; false if these are others. */
  private static boolean sortUnboxed(Object[] items, boolean descending) {
    if (items[0] instanceof Long) {
      return sortIntegers(items, descending);
    }
    return items[0] instanceof Double && sortFloats(items, descending);
  }

  private static boolean sortIntegers(Object[] items, boolean descending) {
    long[] numbers = new long[items.length];
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof Long number)) {
        return false;
      }
      numbers[i] = number;
    }
    Arrays.sort(numbers);
    for (int i = 0; i < items.length; i++) {
      items[i] = numbers[descending ? items.length - 1 - i : i];
    }
    return true;
  }

  private static boolean sortFloats(Object[] items, boolean descending) {
    double[] numbers = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof Double number) || number.isNaN() || number == 0.0) {
        return false;
      }
      numbers[i] = number;
    }
    Arrays.sort(numbers);
    for (int i = 0; i < items.length; i++) {
      items[i] = numbers[descending ? items.length - 1 - i : i];
    }
    return true;
  }
}

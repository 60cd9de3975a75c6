package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;

/**
 * BasicArrayPackage: single items, and both ends. An index below 0 counts from the end; where it is
 * too low even for that, {@code get}, {@code set} and {@code insert} take the first item.
 */
final class ArrayFunctions {

  /** What the JVM can hold in one. */
  private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

  /** How many items padding may go over a limit before it is seen. */
  private static final int CHECK_EVERY = 1024;

  private ArrayFunctions() {}

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long len(RhaiArray array) {
    return array.size();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isEmpty(RhaiArray array) {
    return array.isEmpty();
  }

  @RhaiFunction(pure = false)
  static Object get(RhaiArray array, long index) {
    int found = position(array, index);
    return found < array.size() ? Values.copy(array.get(found)) : Unit.UNIT;
  }

  @RhaiFunction(pure = false)
  static void set(RhaiArray array, long index, Object value) {
    int found = position(array, index);
    if (found < array.size()) {
      array.set(found, value);
    }
  }

  @RhaiFunction(pure = false)
  static void push(RhaiArray array, Object item) {
    array.add(item);
  }

  @RhaiFunction(pure = false)
  static void insert(RhaiArray array, long index, Object item) {
    array.insert(position(array, index), item);
  }

  private static int position(RhaiArray array, long index) {
    return Slice.of(array.size(), index, 0).start();
  }

  @RhaiFunction(pure = false)
  static Object pop(RhaiArray array) {
    return array.isEmpty() ? Unit.UNIT : array.removeLast();
  }

  @RhaiFunction(pure = false)
  static Object shift(RhaiArray array) {
    return array.isEmpty() ? Unit.UNIT : array.remove(0);
  }

  @RhaiFunction(pure = false)
  static Object remove(RhaiArray array, long index) {
    long found = index < 0 ? index + array.size() : index;
    return found >= 0 && found < array.size() ? array.remove((int) found) : Unit.UNIT;
  }

  @RhaiFunction(pure = false)
  static void append(RhaiArray array, RhaiArray others) {
    array.addAll(others);
  }

  @RhaiFunction(name = "+")
  static RhaiArray plus(RhaiArray left, RhaiArray right) {
    RhaiArray sum = left.copy();
    sum.addAll(right);
    return sum;
  }

  @RhaiFunction(pure = false)
  static void pad(Run run, RhaiArray array, long length, Object item) {
    if (length <= array.size()) {
      return;
    }
    if (length > MAX_SIZE) {
      throw RhaiError.dataTooLarge("Size of array/BLOB");
    }
    int size = (int) length;
    while (array.size() < size) {
      array.add(Values.copy(item));
      if (array.size() % CHECK_EVERY == 0) {
        run.checkSize(array, 0, 0);
      }
    }
  }

  @RhaiFunction(pure = false)
  static void clear(RhaiArray array) {
    array.clear();
  }

  @RhaiFunction(pure = false)
  static void truncate(RhaiArray array, long length) {
    array.truncate(Math.clamp(length, 0, array.size()));
  }

  @RhaiFunction(pure = false)
  static void chop(RhaiArray array, long length) {
    int kept = Math.clamp(length, 0, array.size());
    if (kept < array.size()) {
      array.removeRange(0, array.size() - kept);
    }
  }

  @RhaiFunction(pure = false)
  static void reverse(RhaiArray array) {
    array.reverse();
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiRange;

/**
 * BasicArrayPackage: parts of arrays. {@link Slice} says which items a start and a length select.
 */
final class ArraySliceFunctions {

  private ArraySliceFunctions() {}

  @RhaiFunction(pure = false)
  static void splice(RhaiArray array, long start, long length, RhaiArray replacement) {
    Slice slice = Slice.of(array.size(), start, length);
    array.replaceRange(slice.start(), slice.end(), replacement);
  }

  @RhaiFunction(pure = false)
  static void splice(RhaiArray array, RhaiRange range, RhaiArray replacement) {
    splice(array, Slice.start(range), Slice.length(range), replacement);
  }

  @RhaiFunction(pure = false)
  static RhaiArray extract(RhaiArray array, long start) {
    return extract(array, start, Long.MAX_VALUE);
  }

  @RhaiFunction(pure = false)
  static RhaiArray extract(RhaiArray array, long start, long length) {
    Slice slice = Slice.of(array.size(), start, length);
    return array.slice(slice.start(), slice.end());
  }

  @RhaiFunction(pure = false)
  static RhaiArray extract(RhaiArray array, RhaiRange range) {
    return extract(array, Slice.start(range), Slice.length(range));
  }

  /** Cuts the array in two; the second part is the result. */
  @RhaiFunction(pure = false)
  static RhaiArray split(RhaiArray array, long index) {
    return drain(array, index, Long.MAX_VALUE);
  }

  @RhaiFunction(pure = false)
  static RhaiArray drain(RhaiArray array, long start, long length) {
    Slice slice = Slice.of(array.size(), start, length);
    return slice.length() == 0 ? new RhaiArray() : array.removeRange(slice.start(), slice.end());
  }

  @RhaiFunction(pure = false)
  static RhaiArray drain(RhaiArray array, RhaiRange range) {
    return drain(array, Slice.start(range), Slice.length(range));
  }

  /** Keeps a part and returns the rest; keeps all if that part is empty. */
  @RhaiFunction(pure = false)
  static RhaiArray retain(RhaiArray array, long start, long length) {
    Slice slice = Slice.of(array.size(), start, length);
    if (slice.length() == 0) {
      return new RhaiArray();
    }
    RhaiArray removed = array.removeRange(0, slice.start());
    removed.addAll(array.removeRange(slice.length(), array.size()));
    return removed;
  }

  @RhaiFunction(pure = false)
  static RhaiArray retain(RhaiArray array, RhaiRange range) {
    return retain(array, Slice.start(range), Slice.length(range));
  }
}

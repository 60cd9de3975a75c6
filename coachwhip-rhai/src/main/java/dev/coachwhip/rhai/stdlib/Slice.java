package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiRange;

/**
 * A part of a sequence, cut down to what is there.
 *
 * @param start index of the first item, at most the size
 * @param length number of items, none of them beyond the end
 */
record Slice(int start, int length) {

  /**
   * Returns what {@code start, length} select: a start below 0 counts from the end, but never
   * beyond the first item; one at or beyond the end selects nothing.
   */
  static Slice of(int size, long start, long length) {
    if (start >= size) {
      return new Slice(size, 0);
    }
    int from = start >= 0 ? (int) start : (int) Math.max(0, size + Math.max(start, -size));
    return new Slice(from, Math.clamp(length, 0, size - from));
  }

  /** Returns what a range selects. See {@link #start(RhaiRange)} and {@link #length(RhaiRange)}. */
  static Slice of(int size, RhaiRange range) {
    return of(size, start(range), length(range));
  }

  /** Returns where a range begins; bounds of ranges never count from the end. */
  static long start(RhaiRange range) {
    return Math.max(range.start(), 0);
  }

  /** Returns how many items a range selects; as in Rhai a {@code range=} has at least one. */
  static long length(RhaiRange range) {
    long start = start(range);
    long end = Math.max(range.end(), start);
    return range.inclusive() ? Math.min(end, Long.MAX_VALUE - 1) - start + 1 : end - start;
  }

  /** The same, where a {@code range=} that ends before it begins has none. */
  static long lengthOrNone(RhaiRange range) {
    return range.inclusive() && range.end() < start(range) ? 0 : length(range);
  }

  int end() {
    return start + length;
  }
}

package dev.coachwhip.rhai.runtime;

/** Where the indices of scripts point to. */
public final class Indices {

  private Indices() {}

  /**
   * Returns the position that an index means; negative ones count from the end.
   *
   * @return -1 if there is no such item
   */
  public static int find(long index, int size) {
    if (index >= 0) {
      return index < size ? (int) index : -1;
    }
    return index >= -size ? (int) (size + index) : -1;
  }

  /**
   * Returns the position at which a function begins that takes a start and clamps it: negative ones
   * count from the end.
   */
  public static int clampStart(long start, int size) {
    return start < 0 ? (int) Math.max(0, size + start) : (int) Math.min(start, size);
  }
}

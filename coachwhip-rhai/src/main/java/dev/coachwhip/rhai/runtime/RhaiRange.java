package dev.coachwhip.rhai.runtime;

/**
 * A {@code range} or, with its end included, a {@code range=}.
 *
 * @param start the first number
 * @param end where it ends; the largest integer for an open one
 * @param inclusive whether the end belongs to it
 */
public record RhaiRange(long start, long end, boolean inclusive) {

  /** Returns {@code start..end}. */
  public static RhaiRange exclusive(long start, long end) {
    return new RhaiRange(start, end, false);
  }

  /** Returns {@code start..=end}. */
  public static RhaiRange inclusive(long start, long end) {
    return new RhaiRange(start, end, true);
  }

  /** Tells whether no number is in it. */
  public boolean isEmpty() {
    return inclusive ? start > end : start >= end;
  }

  /** Tells whether a number is in it. */
  public boolean contains(long number) {
    return number >= start && (inclusive ? number <= end : number < end);
  }

  /** Returns it as scripts show it. */
  @Override
  public String toString() {
    String dots = inclusive ? "..=" : "..";
    return end == Long.MAX_VALUE ? start + dots : start + dots + end;
  }
}

package dev.coachwhip.rhai.runtime;

/** Bits of integers: {@code n[i]}, {@code n[a..b]}. Errors have no position. */
public final class BitFields {

  private BitFields() {}

  private static int bit(long index) {
    int bit = Indices.find(index, Long.SIZE);
    if (bit < 0) {
      throw RhaiError.bitFieldBounds(index);
    }
    return bit;
  }

  /** Returns a bit; negative indices count from the top. */
  public static boolean get(long number, long index) {
    return ((number >>> bit(index)) & 1) != 0;
  }

  /** Returns the number with a bit set or cleared. */
  public static long set(long number, long index, boolean value) {
    long mask = 1L << bit(index);
    return value ? number | mask : number & ~mask;
  }

  private static int start(RhaiRange range) {
    long start = range.start();
    if (start < 0 || start >= Long.SIZE) {
      throw RhaiError.bitFieldBounds(start);
    }
    return (int) start;
  }

  /** Returns where the field ends, exclusive. */
  private static int end(RhaiRange range) {
    long end = range.end();
    if (end == Long.MAX_VALUE) {
      return Long.SIZE;
    }
    int last = range.inclusive() ? Long.SIZE - 1 : Long.SIZE;
    if (end < 0 || end > last) {
      throw RhaiError.bitFieldBounds(end);
    }
    return range.inclusive() ? (int) end + 1 : (int) end;
  }

  /** Returns the bits of a range, shifted down; its bounds may not be negative. */
  public static long get(long number, RhaiRange range) {
    int start = start(range);
    int end = end(range);
    if (end <= start) {
      return 0;
    }
    // As Rhai does, the field is shifted with its sign: bit 63 of a field shows as minus.
    return (number & mask(start, end)) >> start;
  }

  private static long mask(int start, int end) {
    int bits = end - start;
    return bits == Long.SIZE ? -1 : ((1L << bits) - 1) << start;
  }

  /** Returns the number with the bits of a range replaced by the lowest ones of a value. */
  public static long set(long number, RhaiRange range, long value) {
    int start = start(range);
    int end = end(range);
    if (end <= start) {
      return number;
    }
    long mask = mask(start, end);
    return (number & ~mask) | ((value << start) & mask);
  }
}

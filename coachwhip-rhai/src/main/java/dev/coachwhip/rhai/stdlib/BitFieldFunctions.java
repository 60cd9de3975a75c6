package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiRange;

/**
 * BitFieldPackage: integers as 64 bits, the lowest one first; indices below 0 count from the top.
 */
final class BitFieldFunctions {

  private BitFieldFunctions() {}

  @RhaiFunction
  static boolean getBit(long value, long bit) {
    return (value >>> bitIndex(bit) & 1) != 0;
  }

  @RhaiFunction(pure = false)
  static void setBit(Ref<Long> value, long bit, boolean on) {
    long mask = 1L << bitIndex(bit);
    value.set(on ? value.get() | mask : value.get() & ~mask);
  }

  @RhaiFunction
  static long getBits(long value, long start, long bits) {
    if (bits <= 0) {
      return 0;
    }
    int first = bitIndex(start);
    return value >>> first & mask(first, bits);
  }

  @RhaiFunction
  static long getBits(long value, RhaiRange range) {
    checkEnd(range);
    return getBits(value, Slice.start(range), Slice.lengthOrNone(range));
  }

  @RhaiFunction(pure = false)
  static void setBits(Ref<Long> value, long start, long bits, long replacement) {
    if (bits <= 0) {
      return;
    }
    int first = bitIndex(start);
    long mask = mask(first, bits);
    value.set((value.get() & ~(mask << first)) | ((replacement & mask) << first));
  }

  @RhaiFunction(pure = false)
  static void setBits(Ref<Long> value, RhaiRange range, long replacement) {
    checkEnd(range);
    setBits(value, Slice.start(range), Slice.lengthOrNone(range), replacement);
  }

  /** Returns a bit's number from 0. */
  static int bitIndex(long bit) {
    if (bit < -Long.SIZE || bit >= Long.SIZE) {
      throw RhaiError.bitFieldBounds(bit);
    }
    return (int) (bit < 0 ? bit + Long.SIZE : bit);
  }

  /** Returns how many bits there are from the first one on, of those wanted. */
  static int available(int first, long bits) {
    return Math.clamp(bits, 0, Long.SIZE - first);
  }

  private static long mask(int first, long bits) {
    return -1L >>> (Long.SIZE - available(first, bits));
  }

  // Rhai looks at the end of a range= only; other ends are cut down.
  private static void checkEnd(RhaiRange range) {
    long last = Math.max(range.end(), Slice.start(range) - 1);
    if (range.inclusive() && last >= Long.SIZE) {
      throw RhaiError.bitFieldBounds(last);
    }
  }
}

package dev.coachwhip.internal.array;

import java.lang.foreign.MemorySegment;

/**
 * IEEE 754 numbers of 2, 4 or 8 bytes in memory.
 *
 * @param itemBytes the size of one number
 * @param words how their bytes are ordered
 */
record Reals(int itemBytes, Words words) {

  double get(MemorySegment memory, long offset) {
    return switch (itemBytes) {
      case Short.BYTES -> Float.float16ToFloat(words.getShort(memory, offset));
      case Float.BYTES -> Float.intBitsToFloat(words.getInt(memory, offset));
      default -> Double.longBitsToDouble(words.getLong(memory, offset));
    };
  }

  /** Tells whether a number of this size holds the value; a NaN stays a NaN. */
  boolean holds(double value) {
    if (itemBytes == Double.BYTES) {
      return true;
    }
    return Exact.isFloat(value)
        && (itemBytes == Float.BYTES
            || Double.isNaN(value)
            || Float.float16ToFloat(Float.floatToFloat16((float) value)) == value);
  }

  /** Writes a value that {@link #holds}. */
  void set(MemorySegment memory, long offset, double value) {
    switch (itemBytes) {
      case Short.BYTES -> words.setShort(memory, offset, Float.floatToFloat16((float) value));
      case Float.BYTES -> words.setInt(memory, offset, Float.floatToRawIntBits((float) value));
      default -> words.setLong(memory, offset, Double.doubleToRawLongBits(value));
    }
  }
}

package dev.coachwhip.internal.array;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Reads and writes of 2, 4 and 8 bytes in one of the byte orders. The layouts are constants and the
 * bytes turned round afterwards: a layout that the compiler does not know costs many times more.
 *
 * @param isSwapped whether the order is not the machine's own
 */
record Words(boolean isSwapped) {

  short getShort(MemorySegment memory, long offset) {
    short bits = memory.get(JAVA_SHORT_UNALIGNED, offset);
    return isSwapped ? Short.reverseBytes(bits) : bits;
  }

  int getInt(MemorySegment memory, long offset) {
    int bits = memory.get(JAVA_INT_UNALIGNED, offset);
    return isSwapped ? Integer.reverseBytes(bits) : bits;
  }

  long getLong(MemorySegment memory, long offset) {
    long bits = memory.get(JAVA_LONG_UNALIGNED, offset);
    return isSwapped ? Long.reverseBytes(bits) : bits;
  }

  void setShort(MemorySegment memory, long offset, short bits) {
    memory.set(JAVA_SHORT_UNALIGNED, offset, isSwapped ? Short.reverseBytes(bits) : bits);
  }

  void setInt(MemorySegment memory, long offset, int bits) {
    memory.set(JAVA_INT_UNALIGNED, offset, isSwapped ? Integer.reverseBytes(bits) : bits);
  }

  void setLong(MemorySegment memory, long offset, long bits) {
    memory.set(JAVA_LONG_UNALIGNED, offset, isSwapped ? Long.reverseBytes(bits) : bits);
  }
}

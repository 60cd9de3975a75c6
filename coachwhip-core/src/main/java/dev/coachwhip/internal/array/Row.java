package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;

/**
 * Elements at equal distances in memory.
 *
 * @param offset where the first one begins, in bytes
 * @param stride the distance between two, in bytes; may be negative or zero
 */
record Row(MemorySegment memory, long offset, long stride, int count) {

  /** Tells whether there are elements, one behind the other; an empty row may lie anywhere. */
  boolean isDense(DType dtype) {
    return count > 0 && stride == dtype.itemBytes();
  }

  /** Returns where an element begins, in bytes. */
  long offsetOf(int index) {
    return offset + index * stride;
  }

  /** Returns a row of one of the elements. */
  Row single(int index) {
    return new Row(memory, offsetOf(index), stride, 1);
  }
}

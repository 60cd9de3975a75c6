package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;

/** NumPy's {@code uint8} to {@code uint32}. */
final class UnsignedElements extends IntegerElements {

  private final long max;

  UnsignedElements(DType dtype) {
    super(dtype);
    this.max = (1L << (dtype.itemBytes() * Byte.SIZE)) - 1;
  }

  @Override
  long min() {
    return 0;
  }

  @Override
  long max() {
    return max;
  }

  @Override
  public long getLong(MemorySegment memory, long offset) {
    return bits(memory, offset) & max;
  }
}

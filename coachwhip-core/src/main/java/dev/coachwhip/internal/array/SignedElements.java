package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;

/** NumPy's {@code int8} to {@code int64}. */
final class SignedElements extends IntegerElements {

  private final long max;

  SignedElements(DType dtype) {
    super(dtype);
    this.max = Long.MAX_VALUE >> (Long.SIZE - dtype.itemBytes() * Byte.SIZE);
  }

  @Override
  long min() {
    return ~max;
  }

  @Override
  long max() {
    return max;
  }

  @Override
  public long getLong(MemorySegment memory, long offset) {
    return bits(memory, offset);
  }
}

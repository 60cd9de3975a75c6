package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code uint64}, whose upper half a long does not hold. */
final class UnsignedLongElements extends Elements {

  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final Words words;

  UnsignedLongElements(DType dtype) {
    super(dtype);
    this.words = new Words(dtype.isSwapped());
  }

  @Override
  public long getLong(MemorySegment memory, long offset) {
    long bits = words.getLong(memory, offset);
    if (bits < 0) {
      throw notExact("long", Long.toUnsignedString(bits));
    }
    return bits;
  }

  @Override
  public double getDouble(MemorySegment memory, long offset) {
    long bits = words.getLong(memory, offset);
    if (bits >= 0 && Exact.isDouble(bits)) {
      return bits;
    }
    // Halved, the upper half is in the range of long, and an odd number is no double there.
    if (bits < 0 && (bits & 1) == 0 && Exact.isDouble(bits >>> 1)) {
      return (bits >>> 1) * 2.0;
    }
    throw notExact("double", Long.toUnsignedString(bits));
  }

  @Override
  public Object get(MemorySegment memory, long offset) {
    long bits = words.getLong(memory, offset);
    return bits >= 0 ? (Object) bits : BigInteger.valueOf(bits).add(TWO_TO_64);
  }

  @Override
  public void setLong(MemorySegment memory, long offset, long value) {
    if (value < 0) {
      throw doesNotFit("long", value);
    }
    words.setLong(memory, offset, value);
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    BigInteger n = Exact.integer(value);
    if (n == null || n.signum() < 0 || n.bitLength() > Long.SIZE) {
      throw doesNotFit(value);
    }
    words.setLong(memory, offset, n.longValue());
  }
}

package dev.coachwhip.internal.array;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Integers whose values a long holds. */
abstract class IntegerElements extends Elements {

  private final int itemBytes;
  private final Words words;

  IntegerElements(DType dtype) {
    super(dtype);
    this.itemBytes = dtype.itemBytes();
    this.words = new Words(dtype.isSwapped());
  }

  /** Returns the least value. */
  abstract long min();

  /** Returns the greatest value. */
  abstract long max();

  /** Returns the bits of an element with the sign carried on. */
  final long bits(MemorySegment memory, long offset) {
    return switch (itemBytes) {
      case Byte.BYTES -> memory.get(JAVA_BYTE, offset);
      case Short.BYTES -> words.getShort(memory, offset);
      case Integer.BYTES -> words.getInt(memory, offset);
      default -> words.getLong(memory, offset);
    };
  }

  @Override
  public final double getDouble(MemorySegment memory, long offset) {
    long value = getLong(memory, offset);
    if (!Exact.isDouble(value)) {
      throw notExact("double", value);
    }
    return value;
  }

  @Override
  public final Object get(MemorySegment memory, long offset) {
    return getLong(memory, offset);
  }

  @Override
  public final void setLong(MemorySegment memory, long offset, long value) {
    if (value < min() || value > max()) {
      throw doesNotFit("long", value);
    }
    switch (itemBytes) {
      case Byte.BYTES -> memory.set(JAVA_BYTE, offset, (byte) value);
      case Short.BYTES -> words.setShort(memory, offset, (short) value);
      case Integer.BYTES -> words.setInt(memory, offset, (int) value);
      default -> words.setLong(memory, offset, value);
    }
  }

  @Override
  public final void set(MemorySegment memory, long offset, @Nullable Object value) {
    BigInteger n = Exact.integer(value);
    if (n == null || n.bitLength() >= Long.SIZE) {
      throw doesNotFit(value);
    }
    setLong(memory, offset, n.longValue());
  }
}

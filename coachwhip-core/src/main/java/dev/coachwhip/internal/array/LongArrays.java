package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.ValueLayout;

/** {@code long[]}, which integers fill, and times with their ticks. */
final class LongArrays extends JavaArrayType {

  LongArrays() {
    super(long.class, ValueLayout.JAVA_LONG_UNALIGNED);
  }

  @Override
  boolean reads(DType.Kind kind) {
    return INTEGERS.contains(kind) || TIMES.contains(kind);
  }

  @Override
  boolean writes(DType.Kind kind) {
    return INTEGERS.contains(kind) || REALS.contains(kind) || TIMES.contains(kind);
  }

  @Override
  boolean hasSameBits(DType dtype) {
    return dtype.itemBytes() == Long.BYTES
        && (dtype.kind() == DType.Kind.SIGNED || TIMES.contains(dtype.kind()));
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    long[] target = (long[]) array;
    for (int i = 0; i < row.count(); i++) {
      target[at + i] = elements.getLong(row.memory(), row.offsetOf(i));
    }
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    long[] source = (long[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setLong(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.ValueLayout;

/** {@code int[]}, which integers in its range fill. */
final class IntArrays extends JavaArrayType {

  IntArrays() {
    super(int.class, ValueLayout.JAVA_INT_UNALIGNED);
  }

  @Override
  boolean reads(DType.Kind kind) {
    return INTEGERS.contains(kind);
  }

  @Override
  boolean writes(DType.Kind kind) {
    return INTEGERS.contains(kind) || REALS.contains(kind);
  }

  @Override
  boolean hasSameBits(DType dtype) {
    return dtype.kind() == DType.Kind.SIGNED && dtype.itemBytes() == Integer.BYTES;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    int[] target = (int[]) array;
    for (int i = 0; i < row.count(); i++) {
      long value = elements.getLong(row.memory(), row.offsetOf(i));
      if ((int) value != value) {
        throw elements.notExact("int", value);
      }
      target[at + i] = (int) value;
    }
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    int[] source = (int[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setLong(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

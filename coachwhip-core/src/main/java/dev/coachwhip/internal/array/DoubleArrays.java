package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.ValueLayout;

/** {@code double[]}, which numbers fill that a double holds. */
final class DoubleArrays extends JavaArrayType {

  DoubleArrays() {
    super(double.class, ValueLayout.JAVA_DOUBLE_UNALIGNED);
  }

  @Override
  boolean reads(DType.Kind kind) {
    return INTEGERS.contains(kind) || REALS.contains(kind);
  }

  @Override
  boolean writes(DType.Kind kind) {
    return REALS.contains(kind);
  }

  @Override
  boolean hasSameBits(DType dtype) {
    return dtype.kind() == DType.Kind.FLOAT && dtype.itemBytes() == Double.BYTES;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    double[] target = (double[]) array;
    for (int i = 0; i < row.count(); i++) {
      target[at + i] = elements.getDouble(row.memory(), row.offsetOf(i));
    }
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    double[] source = (double[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setDouble(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.ValueLayout;

/** {@code float[]}, which numbers fill that a float holds. */
final class FloatArrays extends JavaArrayType {

  FloatArrays() {
    super(float.class, ValueLayout.JAVA_FLOAT_UNALIGNED);
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
    return dtype.kind() == DType.Kind.FLOAT && dtype.itemBytes() == Float.BYTES;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    float[] target = (float[]) array;
    for (int i = 0; i < row.count(); i++) {
      target[at + i] = element(elements, row, i);
    }
  }

  private static float element(Elements elements, Row row, int index) {
    double value = elements.getDouble(row.memory(), row.offsetOf(index));
    if (!Exact.isFloat(value)) {
      throw elements.notExact("float", value);
    }
    return (float) value;
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    float[] source = (float[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setDouble(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

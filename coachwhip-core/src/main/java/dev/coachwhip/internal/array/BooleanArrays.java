package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;

/** {@code boolean[]}, which only boolean elements fill. */
final class BooleanArrays extends JavaArrayType {

  BooleanArrays() {
    super(boolean.class, null);
  }

  @Override
  boolean reads(DType.Kind kind) {
    return LOGICAL.contains(kind);
  }

  @Override
  boolean writes(DType.Kind kind) {
    return LOGICAL.contains(kind);
  }

  @Override
  boolean hasSameBits(DType dtype) {
    return false;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    boolean[] target = (boolean[]) array;
    for (int i = 0; i < row.count(); i++) {
      target[at + i] = elements.getBoolean(row.memory(), row.offsetOf(i));
    }
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    boolean[] source = (boolean[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setBoolean(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.ValueLayout;

/** {@code short[]}, which integers in its range fill. */
final class ShortArrays extends JavaArrayType {

  ShortArrays() {
    super(short.class, ValueLayout.JAVA_SHORT_UNALIGNED);
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
    return dtype.kind() == DType.Kind.SIGNED && dtype.itemBytes() == Short.BYTES;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    short[] target = (short[]) array;
    for (int i = 0; i < row.count(); i++) {
      long value = elements.getLong(row.memory(), row.offsetOf(i));
      if ((short) value != value) {
        throw elements.notExact("short", value);
      }
      target[at + i] = (short) value;
    }
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    short[] source = (short[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setLong(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.ValueLayout;

/** {@code byte[]}, which integers in its range fill. */
final class ByteArrays extends JavaArrayType {

  ByteArrays() {
    super(byte.class, ValueLayout.JAVA_BYTE);
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
    return dtype.kind() == DType.Kind.SIGNED && dtype.itemBytes() == Byte.BYTES;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    byte[] target = (byte[]) array;
    for (int i = 0; i < row.count(); i++) {
      long value = elements.getLong(row.memory(), row.offsetOf(i));
      if ((byte) value != value) {
        throw elements.notExact("byte", value);
      }
      target[at + i] = (byte) value;
    }
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    byte[] source = (byte[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.setLong(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

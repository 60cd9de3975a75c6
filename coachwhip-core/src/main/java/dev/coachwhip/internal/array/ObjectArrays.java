package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Arrays of a class, which the nearest Java objects fill. */
final class ObjectArrays extends JavaArrayType {

  ObjectArrays(Class<?> component) {
    super(component, null);
  }

  @Override
  boolean reads(DType.Kind kind) {
    return kind != DType.Kind.OPAQUE;
  }

  @Override
  boolean writes(DType.Kind kind) {
    return kind != DType.Kind.OPAQUE;
  }

  @Override
  boolean hasSameBits(DType dtype) {
    return false;
  }

  @Override
  void readEach(Elements elements, Row row, Object array, int at) {
    @Nullable Object[] target = (Object[]) array;
    for (int i = 0; i < row.count(); i++) {
      target[at + i] = converted(elements, elements.get(row.memory(), row.offsetOf(i)));
    }
  }

  private @Nullable Object converted(Elements elements, @Nullable Object value) {
    if (value == null || component().isInstance(value)) {
      return value;
    }
    BigInteger integer = component() == BigInteger.class ? Exact.integer(value) : null;
    if (integer != null) {
      return integer;
    }
    throw elements.refusal(component().getSimpleName());
  }

  @Override
  void writeEach(Elements elements, Row row, Object array, int at) {
    @Nullable Object[] source = (Object[]) array;
    for (int i = 0; i < row.count(); i++) {
      elements.set(row.memory(), row.offsetOf(i), source[at + i]);
    }
  }
}

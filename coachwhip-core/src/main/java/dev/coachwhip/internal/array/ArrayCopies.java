package dev.coachwhip.internal.array;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import java.lang.reflect.Array;
import java.util.Objects;

/** Copies of all elements of an array from and to Java arrays, in C order. */
public record ArrayCopies(ArrayElements elements) {

  /**
   * Returns all elements as a Java array of as many dimensions.
   *
   * @param shown the array, for messages
   * @throws TypeConversionException if the class has another number of dimensions or an element
   *     does not fit
   * @throws IllegalArgumentException if it is no array class, or a dimension is too long for Java
   */
  public <T> T to(Class<T> type, Object shown) {
    if (!type.isArray()) {
      throw new IllegalArgumentException("no class of arrays: " + type.getName());
    }
    Class<?> component = NestedRows.component(type, extent().rank());
    if (extent().rank() == 0 || component == null || isDeeper(component)) {
      throw new TypeConversionException("coachwhip", type.getSimpleName(), shown.toString());
    }
    JavaArrayType arrays = JavaArrayType.of(component);
    requireJavaLengths();
    return type.cast(elements.withRows(rows -> new NestedRows(rows, arrays).read()));
  }

  /**
   * Copies all elements into a part of a Java array of one dimension.
   *
   * @throws TypeConversionException if an element does not fit
   * @throws IllegalArgumentException if it is no such array
   * @throws IndexOutOfBoundsException if there is not enough room
   */
  public void copyTo(Object target, int offset) {
    JavaArrayType arrays = flatType(target);
    Objects.checkFromIndexSize(offset, javaLength(), Array.getLength(target));
    readFlat(elements, arrays, target, offset);
  }

  /**
   * Writes all elements from a Java array of one dimension, or of the same shape.
   *
   * @throws TypeConversionException if a value does not fit
   * @throws IllegalArgumentException if it is no such array or has another shape
   */
  public void copyFrom(Object source) {
    Class<?> component = NestedRows.component(source.getClass(), extent().rank());
    if (extent().rank() > 1 && component != null && !isDeeper(component)) {
      JavaArrayType arrays = JavaArrayType.of(component);
      elements.withRows(rows -> {
        new NestedRows(rows, arrays).write(source);
        return source;
      });
    } else {
      copyFromFlat(source);
    }
  }

  private void copyFromFlat(Object source) {
    JavaArrayType arrays = flatType(source);
    if (Array.getLength(source) != extent().size()) {
      throw new IllegalArgumentException(
          Array.getLength(source) + " values for " + extent().size() + " elements");
    }
    elements.withRows(rows -> {
      rows.writeFlat(arrays, source, 0);
      return source;
    });
  }

  /**
   * Returns the bytes of all elements as they lie in memory.
   *
   * @throws IllegalArgumentException if they are too many for a Java array
   */
  public byte[] toBytes() {
    ArrayElements bytes = elements.bytes();
    byte[] copy = new byte[requireJavaLength(bytes.extent().size())];
    readFlat(bytes, JavaArrayType.of(byte.class), copy, 0);
    return copy;
  }

  private static void readFlat(
      ArrayElements elements, JavaArrayType arrays, Object target, int offset) {
    elements.withRows(rows -> {
      rows.readFlat(arrays, target, offset);
      return target;
    });
  }

  private JavaArrayType flatType(Object array) {
    Class<?> component = array.getClass().getComponentType();
    if (component == null || isDeeper(component)) {
      throw new IllegalArgumentException(
          "no array of one dimension: " + array.getClass().getSimpleName());
    }
    return JavaArrayType.of(component);
  }

  /** An array may be left of the class only where each element is one. */
  private boolean isDeeper(Class<?> component) {
    return component.isArray() && !hasBytesElements();
  }

  private boolean hasBytesElements() {
    DType.Kind kind = elements.dtype().kind();
    return kind == DType.Kind.BYTES || kind == DType.Kind.RAW;
  }

  private void requireJavaLengths() {
    for (int d = 0; d < extent().rank(); d++) {
      requireJavaLength(extent().length(d));
    }
  }

  /**
   * Returns the number of all elements.
   *
   * @throws IllegalArgumentException if they are too many for a Java array
   */
  public int javaLength() {
    return requireJavaLength(extent().size());
  }

  private static int requireJavaLength(long length) {
    if (length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(length + " elements are too many for a Java array");
    }
    return (int) length;
  }

  private Extent extent() {
    return elements.extent();
  }
}

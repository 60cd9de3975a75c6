package dev.coachwhip.internal.array;

import dev.coachwhip.spi.Extent;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Copies arrays of one or more dimensions from and to Java arrays of arrays.
 *
 * @param rows the memory
 * @param type the innermost Java arrays
 */
public record NestedRows(Rows rows, JavaArrayType type) {

  /**
   * Returns the type of the innermost of nested arrays of so many dimensions; null if the class has
   * not as many.
   */
  public static @Nullable Class<?> component(Class<?> arrays, int rank) {
    Class<?> component = arrays;
    for (int d = 0; d < rank; d++) {
      component = component.getComponentType();
      if (component == null) {
        return null;
      }
    }
    return component;
  }

  /** Returns all elements as nested arrays; there is at least one dimension. */
  public Object read() {
    rows.checked(() -> type.requireReads(rows.elements()));
    return read(rows.extent(), rows.start(), 0);
  }

  private Object read(Extent part, long offset, long position) {
    int length = Math.toIntExact(part.length(0));
    if (part.rank() == 1) {
      Object array = type.make(length);
      rows.read(type, new Row(rows.memory(), offset, part.stride(0), length), array, 0, position);
      return array;
    }
    Extent inner = part.inner();
    Object[] arrays = (Object[]) Array.newInstance(nested(part.rank() - 1), length);
    for (int i = 0; i < length; i++) {
      arrays[i] = read(inner, offset + i * part.stride(0), position + i * inner.size());
    }
    return arrays;
  }

  private Class<?> nested(int rank) {
    Class<?> result = type.component();
    for (int d = 0; d < rank; d++) {
      result = result.arrayType();
    }
    return result;
  }

  /**
   * Writes all elements from nested arrays.
   *
   * @throws IllegalArgumentException if one has another length than its dimension
   */
  public void write(Object arrays) {
    rows.checked(() -> type.requireWrites(rows.elements()));
    requireLengths(rows.extent(), arrays);
    write(rows.extent(), rows.start(), 0, arrays);
  }

  private static void requireLengths(Extent part, Object array) {
    int length = Array.getLength(array);
    if (length != part.length(0)) {
      throw new IllegalArgumentException(
          "an array of length " + length + " where there are " + part.length(0) + " elements");
    }
    for (int i = 0; part.rank() > 1 && i < length; i++) {
      requireLengths(part.inner(), Array.get(array, i));
    }
  }

  private void write(Extent part, long offset, long position, Object array) {
    if (part.rank() == 1) {
      int length = Array.getLength(array);
      rows.write(type, new Row(rows.memory(), offset, part.stride(0), length), array, 0, position);
      return;
    }
    Extent inner = part.inner();
    Object[] arrays = (Object[]) array;
    for (int i = 0; i < arrays.length; i++) {
      write(inner, offset + i * part.stride(0), position + i * inner.size(), arrays[i]);
    }
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of Java array whose elements can be read from, and written to, rows of memory. */
public abstract class JavaArrayType {

  static final Set<DType.Kind> LOGICAL = EnumSet.of(DType.Kind.BOOLEAN);
  static final Set<DType.Kind> INTEGERS = EnumSet.of(DType.Kind.SIGNED, DType.Kind.UNSIGNED);
  static final Set<DType.Kind> REALS = EnumSet.of(DType.Kind.FLOAT);
  static final Set<DType.Kind> TIMES = EnumSet.of(DType.Kind.DATETIME, DType.Kind.TIMEDELTA);

  /** A class of its own: subclasses made while this one is initialised could deadlock. */
  private static final class Primitives {
    static final Map<Class<?>, JavaArrayType> BY_COMPONENT =
        Map.of(
            boolean.class, new BooleanArrays(),
            byte.class, new ByteArrays(),
            short.class, new ShortArrays(),
            int.class, new IntArrays(),
            long.class, new LongArrays(),
            float.class, new FloatArrays(),
            double.class, new DoubleArrays());
  }

  private final Class<?> component;
  private final @Nullable ValueLayout layout;

  /**
   * Makes it.
   *
   * @param layout how such elements lie in memory; null if they do not
   */
  JavaArrayType(Class<?> component, @Nullable ValueLayout layout) {
    this.component = component;
    this.layout = layout;
  }

  /**
   * Returns the type of arrays of such elements.
   *
   * @param component a primitive type but char, or a class
   * @throws IllegalArgumentException if it is char
   */
  public static JavaArrayType of(Class<?> component) {
    if (!component.isPrimitive()) {
      return new ObjectArrays(component);
    }
    JavaArrayType type = Primitives.BY_COMPONENT.get(component);
    if (type == null) {
      throw new IllegalArgumentException("no array has elements of type " + component);
    }
    return type;
  }

  /** Tells whether an element of such a kind can be one of these, whatever its value. */
  abstract boolean reads(DType.Kind kind);

  /** Tells whether one of these can be an element of such a kind, whatever its value. */
  abstract boolean writes(DType.Kind kind);

  /** Tells whether memory of such elements has the bits of the array's. */
  abstract boolean hasSameBits(DType dtype);

  /** Reads elements one by one; the array is of this type. */
  abstract void readEach(Elements elements, Row row, Object array, int at);

  /** Writes elements one by one; the array is of this type. */
  abstract void writeEach(Elements elements, Row row, Object array, int at);

  /** Returns a new array. */
  final Object make(int length) {
    return Array.newInstance(component, length);
  }

  final void read(Elements elements, Row row, Object array, int at) {
    DType dtype = elements.dtype();
    if (layout != null && row.isDense(dtype) && hasSameBits(dtype)) {
      ValueLayout ordered = layout.withOrder(dtype.order());
      MemorySegment.copy(row.memory(), ordered, row.offset(), array, at, row.count());
    } else {
      readOneByOne(elements, row, array, at);
    }
  }

  /** Elements come as long or double, but what was asked for is the array's type. */
  private void readOneByOne(Elements elements, Row row, Object array, int at) {
    try {
      readEach(elements, row, array, at);
    } catch (RefusedException e) {
      throw component.isPrimitive() ? new RefusedException(component.getName(), e.found()) : e;
    }
  }

  final void write(Elements elements, Row row, Object array, int at) {
    DType dtype = elements.dtype();
    if (layout != null && row.isDense(dtype) && hasSameBits(dtype)) {
      ValueLayout ordered = layout.withOrder(dtype.order());
      MemorySegment.copy(array, at, row.memory(), ordered, row.offset(), row.count());
    } else {
      writeEach(elements, row, array, at);
    }
  }

  /** Refuses elements that are never of this type. */
  final void requireReads(Elements elements) {
    if (!reads(elements.dtype().kind())) {
      throw elements.refusal(component.getSimpleName());
    }
  }

  /** Refuses arrays whose elements are never of this type. */
  final void requireWrites(Elements elements) {
    if (!writes(elements.dtype().kind())) {
      throw new RefusedException(elements.dtype().name(), component.getSimpleName());
    }
  }

  final Class<?> component() {
    return component;
  }
}

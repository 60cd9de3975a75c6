package dev.coachwhip.spi;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.internal.array.ArrayMemory;
import dev.coachwhip.internal.array.Elements;
import dev.coachwhip.internal.array.JavaArrayType;
import dev.coachwhip.internal.array.NestedRows;
import dev.coachwhip.internal.array.RefusedException;
import dev.coachwhip.internal.array.Rows;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An array over memory with any strides; what backends make of their arrays. */
public final class StridedArray implements ScriptArray {

  // The memory is pinned while it is used, so that close() on another thread cannot take it away.
  // A view has its own closed flag and otherwise the life of the array it was made from.

  /** Reads with the memory pinned. */
  private interface Read<R extends @Nullable Object> {
    R from(Elements elements, MemorySegment memory, long offset);
  }

  /** Writes with the memory pinned. */
  private interface Write {
    void to(Elements elements, MemorySegment memory, long offset);
  }

  private final ArrayMemory memory;
  private final long start;
  private final Elements elements;
  private final Extent extent;
  private final boolean isReadOnly;
  private final boolean isView;
  private volatile boolean isClosed;

  /**
   * Makes an array.
   *
   * @param memory the bytes from the first of all elements to the last, {@link Extent#spanBytes()};
   *     usable from any thread until the owner is released
   * @param dtype the type of the elements
   * @param extent where they lie
   * @param isReadOnly whether writing is refused
   * @param owner keeps the memory; released once, after the array is closed and its last use ended
   * @throws IllegalArgumentException if the memory has another size, or the extent is of elements
   *     of another size
   */
  public StridedArray(
      MemorySegment memory, DType dtype, Extent extent, boolean isReadOnly, MemoryOwner owner) {
    this(
        new ArrayMemory(memory, owner),
        -extent.lowBytes(),
        Elements.of(dtype),
        extent,
        isReadOnly,
        false);
    if (memory.byteSize() != extent.spanBytes() || dtype.itemBytes() != extent.itemBytes()) {
      throw new IllegalArgumentException(
          "memory of " + memory.byteSize() + " bytes for " + this + " over " + extent.spanBytes());
    }
  }

  private StridedArray(
      ArrayMemory memory,
      long start,
      Elements elements,
      Extent extent,
      boolean isReadOnly,
      boolean isView) {
    this.memory = memory;
    this.start = start;
    this.elements = elements;
    this.extent = extent;
    this.isReadOnly = isReadOnly;
    this.isView = isView;
  }

  /** Returns the type of the elements. */
  public DType type() {
    return elements.dtype();
  }

  /** Returns where the elements lie. */
  public Extent extent() {
    return extent;
  }

  /** Returns who keeps the memory, the same object for an array and its views. */
  public MemoryOwner owner() {
    return memory.owner();
  }

  /** Tells whether this is part of another array. */
  public boolean isView() {
    return isView;
  }

  /**
   * Returns the memory of exactly this array's {@link #extent()}, for a use that lasts: it stays,
   * even if the array is closed, until {@link #unpin()}, which the caller owes once.
   *
   * @throws IllegalStateException if the array is closed
   */
  public MemorySegment pin() {
    return slice(pinned());
  }

  /** Ends a use that {@link #pin()} began. */
  public void unpin() {
    memory.unpin();
  }

  @Override
  public String dtype() {
    return type().name();
  }

  @Override
  public long[] shape() {
    return extent.shape();
  }

  @Override
  public long[] strideBytes() {
    return extent.strideBytes();
  }

  @Override
  public ByteOrder order() {
    return type().order();
  }

  @Override
  public boolean isReadOnly() {
    return isReadOnly;
  }

  @Override
  public int itemBytes() {
    return extent.itemBytes();
  }

  @Override
  public int rank() {
    return extent.rank();
  }

  @Override
  public long size() {
    return extent.size();
  }

  @Override
  public boolean isContiguous() {
    return extent.isContiguous();
  }

  @Override
  public MemorySegment segment() {
    requireOpen();
    return given(memory.segment());
  }

  @Override
  public MemorySegment segment(Arena arena) {
    Objects.requireNonNull(arena, "arena");
    requireOpen();
    return given(memory.bind(arena));
  }

  private MemorySegment given(MemorySegment all) {
    MemorySegment part = slice(all);
    return isReadOnly ? part.asReadOnly() : part;
  }

  private MemorySegment slice(MemorySegment all) {
    // An empty sub-array may lie behind the end.
    return size() == 0
        ? all.asSlice(0, 0)
        : all.asSlice(start + extent.lowBytes(), extent.spanBytes());
  }

  @Override
  public long offsetBytes() {
    return -extent.lowBytes();
  }

  @Override
  public ScriptArray at(long index) {
    requireOpen();
    memory.requireOpen();
    if (extent.rank() == 0) {
      throw new IllegalStateException("an array without dimensions has no sub-arrays");
    }
    long offset = Objects.checkIndex(index, extent.length(0)) * extent.stride(0);
    return new StridedArray(memory, start + offset, elements, extent.inner(), isReadOnly, true);
  }

  @Override
  public boolean getBoolean(long... index) {
    return read(Elements::getBoolean, index);
  }

  @Override
  public long getLong(long... index) {
    MemorySegment pinned = pinned();
    try {
      return elements.getLong(pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  @Override
  public double getDouble(long... index) {
    MemorySegment pinned = pinned();
    try {
      return elements.getDouble(pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  @Override
  public @Nullable Object get(long... index) {
    return this.<@Nullable Object>read(Elements::get, index);
  }

  private <R extends @Nullable Object> R read(Read<R> read, long[] index) {
    MemorySegment pinned = pinned();
    try {
      return read.from(elements, pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  @Override
  public void setBoolean(boolean value, long... index) {
    write((e, m, offset) -> e.setBoolean(m, offset, value), index);
  }

  @Override
  public void setLong(long value, long... index) {
    write((e, m, offset) -> e.setLong(m, offset, value), index);
  }

  @Override
  public void setDouble(double value, long... index) {
    write((e, m, offset) -> e.setDouble(m, offset, value), index);
  }

  @Override
  public void set(@Nullable Object value, long... index) {
    write((e, m, offset) -> e.set(m, offset, value), index);
  }

  private void write(Write write, long[] index) {
    MemorySegment pinned = pinned();
    try {
      requireWritable();
      write.to(elements, pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  @Override
  public <T> T to(Class<T> type) {
    if (!type.isArray()) {
      throw new IllegalArgumentException("no class of arrays: " + type.getName());
    }
    Class<?> component = NestedRows.component(type, rank());
    if (rank() == 0 || component == null || isDeeper(component)) {
      throw new TypeConversionException("coachwhip", type.getSimpleName(), toString());
    }
    JavaArrayType arrays = JavaArrayType.of(component);
    requireJavaLengths();
    return type.cast(withRows(extent, elements, rows -> new NestedRows(rows, arrays).read()));
  }

  /** An array may be left of the class only where each element is one. */
  private boolean isDeeper(Class<?> component) {
    return component.isArray() && !hasBytesElements();
  }

  private boolean hasBytesElements() {
    return type().kind() == DType.Kind.BYTES || type().kind() == DType.Kind.RAW;
  }

  private void requireJavaLengths() {
    for (int d = 0; d < rank(); d++) {
      requireJavaLength(extent.length(d));
    }
  }

  private static int requireJavaLength(long length) {
    if (length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(length + " elements are too many for a Java array");
    }
    return (int) length;
  }

  @Override
  public void copyTo(Object target, int offset) {
    JavaArrayType arrays = flatType(target);
    int length = requireJavaLength(size());
    Objects.checkFromIndexSize(offset, length, Array.getLength(target));
    readFlat(extent, elements, arrays, target, offset);
  }

  private void readFlat(
      Extent part, Elements each, JavaArrayType arrays, Object target, int offset) {
    withRows(
        part,
        each,
        rows -> {
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

  @Override
  public void copyFrom(Object source) {
    Class<?> component = NestedRows.component(source.getClass(), rank());
    boolean isNested = rank() > 1 && component != null && !isDeeper(component);
    JavaArrayType arrays =
        isNested && component != null ? JavaArrayType.of(component) : flatType(source);
    if (!isNested && Array.getLength(source) != size()) {
      throw new IllegalArgumentException(
          Array.getLength(source) + " values for " + size() + " elements");
    }
    withRows(
        extent,
        elements,
        rows -> {
          requireWritable();
          if (isNested) {
            new NestedRows(rows, arrays).write(source);
          } else {
            rows.writeFlat(arrays, source, 0);
          }
          return source;
        });
  }

  @Override
  public byte[] toBytes() {
    Extent bytes = extent.bytes();
    byte[] copy = new byte[requireJavaLength(bytes.size())];
    Elements each = Elements.of(DType.of("int8"));
    readFlat(bytes, each, JavaArrayType.of(byte.class), copy, 0);
    return copy;
  }

  @Override
  public boolean[] toBooleanArray() {
    return flat(boolean[]::new);
  }

  @Override
  public byte[] toByteArray() {
    return flat(byte[]::new);
  }

  @Override
  public short[] toShortArray() {
    return flat(short[]::new);
  }

  @Override
  public int[] toIntArray() {
    return flat(int[]::new);
  }

  @Override
  public long[] toLongArray() {
    return flat(long[]::new);
  }

  @Override
  public float[] toFloatArray() {
    return flat(float[]::new);
  }

  @Override
  public double[] toDoubleArray() {
    return flat(double[]::new);
  }

  private <A> A flat(IntFunction<A> make) {
    A array = make.apply(requireJavaLength(size()));
    copyTo(array, 0);
    return array;
  }

  private <R> R withRows(Extent part, Elements each, Function<Rows, R> action) {
    MemorySegment pinned = pinned();
    try {
      return action.apply(new Rows(each, pinned, start, part));
    } finally {
      memory.unpin();
    }
  }

  private MemorySegment pinned() {
    requireOpen();
    return memory.pin();
  }

  /** A view may be closed while the array it was made from is open. */
  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("the array is closed");
    }
  }

  private void requireWritable() {
    if (isReadOnly) {
      throw new UnsupportedOperationException("the array is read-only");
    }
  }

  @Override
  public void close() {
    if (!isView) {
      memory.close();
    }
    isClosed = true;
  }

  /** Returns type and shape, such as {@code "float64[2048, 2048]"}. */
  @Override
  public String toString() {
    return dtype() + Arrays.toString(extent.shape());
  }
}

package dev.coachwhip.spi;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.internal.array.ArrayCopies;
import dev.coachwhip.internal.array.ArrayElements;
import dev.coachwhip.internal.array.ArrayMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** An array over memory with any strides; what backends make of their arrays. */
public final class StridedArray implements ScriptArray {

  // A view has its own closed flag and otherwise the life of the array it was made from.

  private final ArrayMemory memory;
  private final ArrayElements elements;
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
    this(ArrayElements.of(new ArrayMemory(memory, owner), dtype, extent), isReadOnly, false);
    if (memory.byteSize() != extent.spanBytes() || dtype.itemBytes() != extent.itemBytes()) {
      throw new IllegalArgumentException(
          "memory of " + memory.byteSize() + " bytes for " + this + " over " + extent.spanBytes());
    }
  }

  private StridedArray(ArrayElements elements, boolean isReadOnly, boolean isView) {
    this.memory = elements.memory();
    this.elements = elements;
    this.extent = elements.extent();
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
    requireOpen();
    return elements.slice(memory.pin());
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
    MemorySegment part = elements.slice(all);
    return isReadOnly ? part.asReadOnly() : part;
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
    return new StridedArray(elements.at(index), isReadOnly, true);
  }

  @Override
  public boolean getBoolean(long... index) {
    return readable().getBoolean(index);
  }

  @Override
  public long getLong(long... index) {
    return readable().getLong(index);
  }

  @Override
  public double getDouble(long... index) {
    return readable().getDouble(index);
  }

  @Override
  public @Nullable Object get(long... index) {
    return readable().get(index);
  }

  @Override
  public void setBoolean(boolean value, long... index) {
    writable().setBoolean(value, index);
  }

  @Override
  public void setLong(long value, long... index) {
    writable().setLong(value, index);
  }

  @Override
  public void setDouble(double value, long... index) {
    writable().setDouble(value, index);
  }

  @Override
  public void set(@Nullable Object value, long... index) {
    writable().set(value, index);
  }

  @Override
  public <T> T to(Class<T> type) {
    return new ArrayCopies(readable()).to(type, this);
  }

  @Override
  public void copyTo(Object target, int offset) {
    new ArrayCopies(readable()).copyTo(target, offset);
  }

  @Override
  public void copyFrom(Object source) {
    new ArrayCopies(writable()).copyFrom(source);
  }

  @Override
  public byte[] toBytes() {
    return new ArrayCopies(readable()).toBytes();
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
    ArrayCopies copies = new ArrayCopies(readable());
    A array = make.apply(copies.javaLength());
    copies.copyTo(array, 0);
    return array;
  }

  private ArrayElements readable() {
    requireOpen();
    return elements;
  }

  private ArrayElements writable() {
    requireOpen();
    memory.requireOpen();
    if (isReadOnly) {
      throw new UnsupportedOperationException("the array is read-only");
    }
    return elements;
  }

  /** A view may be closed while the array it was made from is open. */
  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("the array is closed");
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

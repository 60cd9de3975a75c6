package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array or of a view, reached one by one. The memory is pinned while it is used,
 * so that closing it on another thread cannot take it away.
 *
 * @param start where the element whose indices are all zero begins in the memory, in bytes
 * @param each reads and writes one
 * @param extent where the others lie from there
 */
public record ArrayElements(ArrayMemory memory, long start, Elements each, Extent extent) {

  /** Reads with the memory pinned. */
  private interface Read<R extends @Nullable Object> {
    R from(Elements elements, MemorySegment memory, long offset);
  }

  /** Writes with the memory pinned. */
  private interface Write {
    void to(Elements elements, MemorySegment memory, long offset);
  }

  /** Returns all elements of an array whose memory begins with the first. */
  public static ArrayElements of(ArrayMemory memory, DType dtype, Extent extent) {
    return new ArrayElements(memory, -extent.lowBytes(), Elements.of(dtype), extent);
  }

  /** Returns the type of each. */
  public DType dtype() {
    return each.dtype();
  }

  /** Returns the elements at an index of the first dimension; there must be one. */
  public ArrayElements at(long index) {
    long offset = Objects.checkIndex(index, extent.length(0)) * extent.stride(0);
    return new ArrayElements(memory, start + offset, each, extent.inner());
  }

  /** Returns the bytes of the elements as elements of their own. */
  ArrayElements bytes() {
    return new ArrayElements(memory, start, Elements.of(DType.of("int8")), extent.bytes());
  }

  /** Returns the part of the memory that has just these. */
  public MemorySegment slice(MemorySegment all) {
    // An empty sub-array may lie behind the end.
    return extent.size() == 0
        ? all.asSlice(0, 0)
        : all.asSlice(start + extent.lowBytes(), extent.spanBytes());
  }

  // Reading and writing fail as in ScriptArray, but for a closed view and a read-only array, which
  // are the caller's to refuse.

  public boolean getBoolean(long... index) {
    return read(Elements::getBoolean, index);
  }

  public long getLong(long... index) {
    MemorySegment pinned = memory.pin();
    try {
      return each.getLong(pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  public double getDouble(long... index) {
    MemorySegment pinned = memory.pin();
    try {
      return each.getDouble(pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  public @Nullable Object get(long... index) {
    return this.<@Nullable Object>read(Elements::get, index);
  }

  /** Not for numbers, which it would box. */
  private <R extends @Nullable Object> R read(Read<R> read, long[] index) {
    MemorySegment pinned = memory.pin();
    try {
      return read.from(each, pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  public void setBoolean(boolean value, long... index) {
    write((e, m, offset) -> e.setBoolean(m, offset, value), index);
  }

  public void setLong(long value, long... index) {
    write((e, m, offset) -> e.setLong(m, offset, value), index);
  }

  public void setDouble(double value, long... index) {
    write((e, m, offset) -> e.setDouble(m, offset, value), index);
  }

  public void set(@Nullable Object value, long... index) {
    write((e, m, offset) -> e.set(m, offset, value), index);
  }

  private void write(Write write, long[] index) {
    MemorySegment pinned = memory.pin();
    try {
      write.to(each, pinned, start + extent.offset(index));
    } catch (RefusedException e) {
      throw Rows.conversion(e, index);
    } finally {
      memory.unpin();
    }
  }

  /** Does something with all elements by rows. */
  <R> R withRows(Function<Rows, R> action) {
    MemorySegment pinned = memory.pin();
    try {
      return action.apply(new Rows(each, pinned, start, extent));
    } finally {
      memory.unpin();
    }
  }
}

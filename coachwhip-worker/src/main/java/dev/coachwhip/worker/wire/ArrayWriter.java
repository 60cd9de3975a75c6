package dev.coachwhip.worker.wire;

import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Writes arrays: those in shared memory by their place, others as a copy there or in the message.
 */
@SuppressWarnings("EnumOrdinal") // both sides are of the same build
final class ArrayWriter {

  private final WireWriter out;
  private final SharedMemory memory;

  private ArrayWriter(ValueWriter writer) {
    this.out = writer.out();
    this.memory = writer.context().memory();
  }

  /**
   * Writes an array. In a worker it is closed then: a value there is made to be sent.
   *
   * @throws IllegalStateException if it is closed
   */
  static void write(StridedArray array, ValueWriter writer) {
    MemorySegment segment = array.pin();
    try {
      new ArrayWriter(writer).write(array, segment);
    } finally {
      array.unpin();
    }
    if (!writer.context().memory().isHost()) {
      array.close();
    }
  }

  private void write(StridedArray array, MemorySegment segment) {
    Segment shared = segment.isNative() ? memory.lend(segment, array.owner()) : null;
    if (shared != null) {
      long offset = segment.address() - shared.memory().address();
      writeShared(shared, offset, array.type(), array.extent(), array.isReadOnly());
    } else if (segment.byteSize() <= array.size() * array.itemBytes()) {
      // No gaps: the strides stay, and with them Fortran's order and repeated elements.
      copy(segment, array.type(), array.extent(), array.isReadOnly());
    } else {
      Extent dense = Extent.contiguous(array.itemBytes(), array.shape());
      copy(MemorySegment.ofArray(array.toBytes()), array.type(), dense, array.isReadOnly());
    }
  }

  /** Writes a copy of memory of any kind that holds exactly the extent. */
  static void copy(MemorySegment from, DType dtype, Extent extent, ValueWriter writer) {
    new ArrayWriter(writer).copy(from, dtype, extent, false);
  }

  private void copy(MemorySegment from, DType dtype, Extent extent, boolean isReadOnly) {
    long bytes = from.byteSize();
    Segment lent = bytes < SharedMemory.HERE_BYTES ? null : memory.lend(bytes);
    if (lent == null) {
      out.putByte(Tag.ARRAY_HERE);
      writeType(dtype, extent, isReadOnly);
      MemorySegment.ofBuffer(out.part(bytes)).copyFrom(from);
    } else {
      MemorySegment.copy(from, 0, lent.memory(), 0, bytes);
      writeShared(lent, 0, dtype, extent, isReadOnly);
    }
  }

  private void writeShared(
      Segment segment, long offset, DType dtype, Extent extent, boolean isReadOnly) {
    out.whenAbandoned(() -> memory.takeBack(segment));
    out.putByte(Tag.ARRAY_SHARED);
    writeType(dtype, extent, isReadOnly);
    out.putInt(segment.number());
    out.putNumber(offset);
  }

  private void writeType(DType dtype, Extent extent, boolean isReadOnly) {
    out.putByte(dtype.kind().ordinal());
    out.putText(dtype.name());
    out.putText(dtype.unit());
    out.putCount(dtype.itemBytes());
    out.putBoolean(dtype.order() == ByteOrder.BIG_ENDIAN);
    out.putBoolean(isReadOnly);
    out.putCount(extent.rank());
    for (int d = 0; d < extent.rank(); d++) {
      out.putNumber(extent.length(d));
      out.putNumber(extent.stride(d));
    }
  }
}

package dev.coachwhip.worker.wire;

import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/** Reads what {@link ArrayWriter} wrote. */
final class ArrayReader {

  /** Aligned for every element type, and for the widest vectors that native code loads at once. */
  private static final long ALIGNMENT_BYTES = 64;

  /** NumPy's. */
  private static final int MOST_DIMENSIONS = 64;

  private static final DType.Kind[] KINDS = DType.Kind.values();

  private final WireReader in;
  private final SharedMemory memory;
  private final DType dtype;
  private final boolean isReadOnly;
  private final Extent extent;

  private ArrayReader(WireReader in, SharedMemory memory) {
    this.in = in;
    this.memory = memory;
    this.dtype = dtype(in);
    this.isReadOnly = in.getBoolean();
    this.extent = extent(in, dtype.itemBytes());
  }

  static StridedArray read(int tag, WireReader in, SharedMemory memory) {
    ArrayReader reader = new ArrayReader(in, memory);
    return tag == Tag.ARRAY_HERE ? reader.here() : reader.shared();
  }

  private static DType dtype(WireReader in) {
    int kind = in.getByte();
    if (kind >= KINDS.length) {
      throw new WireFormatException("no kind of element: " + kind);
    }
    String name = in.getText();
    String unit = in.getText();
    int itemBytes = in.getCount(0);
    ByteOrder order = in.getBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new DType(name, KINDS[kind], itemBytes, order, unit);
  }

  private static Extent extent(WireReader in, int itemBytes) {
    int rank = in.getCount(2);
    if (rank > MOST_DIMENSIONS) {
      throw new WireFormatException("an array of " + rank + " dimensions");
    }
    long[] shape = new long[rank];
    long[] strides = new long[rank];
    for (int d = 0; d < rank; d++) {
      shape[d] = in.getNumber();
      strides[d] = in.getNumber();
    }
    try {
      return Extent.of(shape, strides, itemBytes);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("no array", e);
    }
  }

  private StridedArray here() {
    long bytes = extent.spanBytes();
    if (bytes > in.remaining()) {
      throw new WireFormatException(
          "an array of " + bytes + " bytes in " + in.remaining() + " bytes");
    }
    MemorySegment copy = Arena.ofAuto().allocate(bytes, ALIGNMENT_BYTES);
    copy.copyFrom(MemorySegment.ofBuffer(in.part((int) bytes)));
    return array(copy, new SegmentUse(() -> {}, !memory.isHost()));
  }

  private StridedArray shared() {
    int number = in.getInt();
    long offset = in.getNumber();
    Segment segment = memory.arrived(number);
    // The use ends with the array, also where there will be none.
    SegmentUse use = new SegmentUse(() -> memory.done(segment), !memory.isHost());
    MemorySegment all = segment.memory();
    if (offset < 0 || offset > all.byteSize() || extent.spanBytes() > all.byteSize() - offset) {
      use.release();
      throw new WireFormatException(
          "an array of %d bytes at %d of %d bytes"
              .formatted(extent.spanBytes(), offset, all.byteSize()));
    }
    return array(all.asSlice(offset, extent.spanBytes()), use);
  }

  private StridedArray array(MemorySegment segment, SegmentUse use) {
    return new StridedArray(segment, dtype, extent, isReadOnly, use);
  }
}

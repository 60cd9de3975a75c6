package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.MemoryOwner;
import dev.coachwhip.spi.StridedArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** Native memory as a backend would own it: what uses it after the release fails. */
final class TestMemory implements MemoryOwner {

  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;
  private final AtomicInteger releases = new AtomicInteger();

  private TestMemory(long sizeBytes) {
    this.memory = arena.allocate(sizeBytes);
  }

  static StridedArray array(DType dtype, Extent extent) {
    TestMemory owner = new TestMemory(extent.spanBytes());
    return new StridedArray(owner.memory, dtype, extent, false, owner);
  }

  static StridedArray array(String dtype, long... shape) {
    DType type = DType.of(dtype);
    return array(type, Extent.contiguous(type.itemBytes(), shape));
  }

  static StridedArray readOnly(String dtype, long... shape) {
    DType type = DType.of(dtype);
    Extent extent = Extent.contiguous(type.itemBytes(), shape);
    TestMemory owner = new TestMemory(extent.spanBytes());
    return new StridedArray(owner.memory, type, extent, true, owner);
  }

  static int releases(StridedArray array) {
    return ((TestMemory) array.owner()).releases.get();
  }

  static MemorySegment memory(StridedArray array) {
    return ((TestMemory) array.owner()).memory;
  }

  @Override
  public void release() {
    releases.incrementAndGet();
    arena.close();
  }

  @Override
  @SuppressWarnings("restricted") // what a backend's own native package does
  public MemorySegment bind(MemorySegment all, Arena bound, Runnable atClose) {
    MemorySegment address = MemorySegment.ofAddress(all.address());
    return address.reinterpret(all.byteSize(), bound, _ -> atClose.run());
  }
}

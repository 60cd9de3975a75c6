package dev.coachwhip.arrow;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Which allocators give the memory for what is exchanged with Python. */
final class Allocators {

  /**
   * For C structures, some 100 bytes each. Python drops their capsules when it likes, often after
   * the content was taken; the user's allocators do not count them, so they can be closed.
   */
  static final BufferAllocator STRUCTURES = new RootAllocator();

  private Allocators() {}

  /**
   * Returns that of the first column: memory can be shared within one root allocator only. A batch
   * without columns has no memory to share.
   */
  static BufferAllocator of(VectorSchemaRoot root) {
    return root.getFieldVectors().isEmpty()
        ? STRUCTURES
        : root.getFieldVectors().getFirst().getAllocator();
  }
}

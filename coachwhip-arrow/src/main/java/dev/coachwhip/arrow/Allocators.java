package dev.coachwhip.arrow;

import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
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
   * Returns that of the first column that has one: memory can be shared within one root allocator
   * only. Columns of nothing but nulls have none, nor any memory to share.
   */
  static BufferAllocator of(VectorSchemaRoot root) {
    return root.getFieldVectors().stream()
        .map(FieldVector::getAllocator)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(STRUCTURES);
  }
}

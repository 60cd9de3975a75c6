package dev.coachwhip.internal.array;

import dev.coachwhip.spi.MemoryOwner;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory of the user's, which we neither free nor give another life. */
final class SharedMemory implements MemoryOwner {

  @Override
  public void release() {
    // The user's to free.
  }

  @Override
  public MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose) {
    atClose.run();
    return memory;
  }
}

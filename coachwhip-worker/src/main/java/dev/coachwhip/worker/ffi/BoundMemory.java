package dev.coachwhip.worker.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory of ours with the life of an arena of the user's. */
@SuppressWarnings("restricted") // all of this module are called in this package
public final class BoundMemory {

  private BoundMemory() {}

  /**
   * Returns the same memory, usable while the arena is open. Sound because the memory stays mapped
   * until {@code atClose} has run.
   *
   * @param atClose runs once when the arena closes
   * @throws IllegalStateException if the arena is closed
   */
  public static MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose) {
    return memory.reinterpret(arena, _ -> atClose.run());
  }
}

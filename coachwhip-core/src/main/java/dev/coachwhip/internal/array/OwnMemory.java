package dev.coachwhip.internal.array;

import dev.coachwhip.spi.MemoryOwner;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;

/** Native memory made for one array: freed when it is released, or found unreachable. */
final class OwnMemory implements MemoryOwner {

  private static final Cleaner CLEANER = Cleaner.create();

  private final MemorySegment memory;
  private final Cleaner.Cleanable free;

  private OwnMemory(MemorySegment memory, Arena arena) {
    this.memory = memory;
    this.free = CLEANER.register(this, arena::close);
  }

  static OwnMemory allocate(long sizeBytes, long alignmentBytes) {
    Arena arena = Arena.ofShared();
    return new OwnMemory(arena.allocate(sizeBytes, alignmentBytes), arena);
  }

  MemorySegment memory() {
    return memory;
  }

  @Override
  public void release() {
    free.clean();
  }

  /** The memory has an arena already and ends with it. */
  @Override
  public MemorySegment bind(MemorySegment segment, Arena arena, Runnable atClose) {
    atClose.run();
    return segment;
  }
}

package dev.coachwhip.worker.wire;

import dev.coachwhip.spi.MemoryOwner;
import dev.coachwhip.worker.ffi.BoundMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;

/** The use of a segment by one array of this side: ends when that is closed, or unreachable. */
final class SegmentUse implements MemoryOwner {

  private static final Cleaner CLEANER = Cleaner.create();

  private final boolean isHandedOver;
  private final Cleaner.Cleanable end;

  /**
   * Makes it.
   *
   * @param end ends the use; runs once
   * @param isHandedOver whether the array is on its way to a script
   */
  SegmentUse(Runnable end, boolean isHandedOver) {
    this.isHandedOver = isHandedOver;
    this.end = CLEANER.register(this, end);
  }

  @Override
  public boolean isHandedOver() {
    return isHandedOver;
  }

  @Override
  public void release() {
    end.clean();
  }

  @Override
  public MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose) {
    return BoundMemory.bind(memory, arena, atClose);
  }
}

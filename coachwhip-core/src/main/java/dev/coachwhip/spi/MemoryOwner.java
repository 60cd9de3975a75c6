package dev.coachwhip.spi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Keeps the memory of a {@link StridedArray} alive until it is released.
 *
 * <p>The array, its views and the segments made from it hold on to the owner, so an owner that
 * nobody can reach any more is one whose memory nobody uses: a backend that also releases memory
 * nobody closed registers a {@link java.lang.ref.Cleaner} for the <em>owner</em>, not for the
 * array.
 */
public interface MemoryOwner {

  /**
   * Lets the memory go. Called by any thread, once the array is closed and its last use has ended;
   * must allow a second call and must not throw.
   */
  void release();

  /**
   * Returns the same memory with the life of an arena. Here because only the backend may call the
   * restricted {@code MemorySegment.reinterpret}.
   *
   * @param memory all of the array's memory
   * @param arena the arena; the thread is one that may use it
   * @param atClose runs once when the arena closes; at once where the memory outlives the arena
   *     anyhow
   * @throws IllegalStateException if the arena is closed; {@code atClose} does not run
   */
  MemorySegment bind(MemorySegment memory, Arena arena, Runnable atClose);

  /**
   * Tells whether the array is on its way to a script and nobody else has it: the backend closes it
   * once the script holds the memory.
   */
  default boolean isHandedOver() {
    return false;
  }
}

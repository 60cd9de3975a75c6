package dev.coachwhip.worker.wire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of memory that both processes have mapped.
 *
 * <p>One side manages it: counts the uses and gives the memory to another array when there are
 * none. It counts a use for every time that it has sent the segment's number and not heard of its
 * end.
 */
final class Segment {

  private final int number;
  private final MemorySegment memory;
  private final boolean isManaged;

  /** That of the memory, which ends with the segment; null if the memory is not ours. */
  private final @Nullable Arena arena;

  /** What the memory is of if it is not ours. */
  private final @Nullable WeakReference<SharedBlock> block;

  /** The same while the segment is used. */
  private @Nullable SharedBlock kept;

  /** Arrays of this side, and those on their way to it; guarded by this. */
  private int localUses;

  /** Arrays of the other side; counted only by the one that manages. Guarded by this. */
  private int remoteUses;

  private boolean isDropped;

  private Segment(
      int number,
      MemorySegment memory,
      boolean isManaged,
      @Nullable Arena arena,
      @Nullable WeakReference<SharedBlock> block) {
    this.number = number;
    this.memory = memory;
    this.isManaged = isManaged;
    this.arena = arena;
    this.block = block;
  }

  /**
   * Makes one.
   *
   * @param arena that of the memory; closed when the segment is dropped and nobody uses it
   * @param isManaged whether by this side
   */
  static Segment of(int number, MemorySegment memory, Arena arena, boolean isManaged) {
    return new Segment(number, memory, isManaged, arena, null);
  }

  /** Makes one of memory that the host's program has, managed by this side. */
  static Segment of(int number, SharedBlock block) {
    return new Segment(number, block.memory(), true, null, new WeakReference<>(block));
  }

  int number() {
    return number;
  }

  MemorySegment memory() {
    return memory;
  }

  boolean isManaged() {
    return isManaged;
  }

  /** Tells whether the memory belongs to an array of the host's program, and never to another. */
  boolean isBlock() {
    return block != null;
  }

  /** Begins a use by the other side; of a block, the caller has it. */
  synchronized void lend() {
    keep();
    remoteUses++;
  }

  /**
   * Ends a use by the other side.
   *
   * @return whether it was the last of all
   * @throws WireFormatException if there is none
   */
  synchronized boolean returned() {
    requireLent();
    remoteUses--;
    return endIfUnused();
  }

  /**
   * Makes a use by the other side one of this side: an array has come home.
   *
   * @throws WireFormatException if the other side has none
   */
  synchronized void comeHome() {
    requireLent();
    remoteUses--;
    localUses++;
  }

  private void requireLent() {
    if (remoteUses == 0) {
      throw new WireFormatException("shared memory that was not lent is given back");
    }
  }

  /** Begins a use by this side. */
  synchronized void use() {
    localUses++;
  }

  /**
   * Ends a use by this side.
   *
   * @return whether it was the last of all
   */
  synchronized boolean unuse() {
    localUses--;
    return endIfUnused();
  }

  /** Says that the other side is gone, whatever was counted. */
  synchronized void drop() {
    if (!isDropped) {
      isDropped = true;
      remoteUses = 0;
      boolean _ = endIfUnused();
    }
  }

  private void keep() {
    if (block != null && kept == null) {
      kept = Objects.requireNonNull(block.get(), "block");
      kept.keep();
    }
  }

  private boolean endIfUnused() {
    if (localUses > 0 || remoteUses > 0) {
      return false;
    }
    if (kept != null) {
      kept.letGo();
      kept = null;
    }
    if (isDropped && arena != null && arena.scope().isAlive()) {
      arena.close();
    }
    return true;
  }
}

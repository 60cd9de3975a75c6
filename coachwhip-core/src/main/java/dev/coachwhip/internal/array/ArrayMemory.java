package dev.coachwhip.internal.array;

import dev.coachwhip.spi.MemoryOwner;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The memory of an array and of its views, until it is closed and its last use has ended.
 *
 * <p>Reads and writes pin it: a count in an integer, as an arena of its own for every array would
 * cost more than all else that handing over an array takes. Only a segment that leaves us needs
 * one.
 */
public final class ArrayMemory {

  /** The bit of the state that says closed; those below it count the uses. */
  private static final int CLOSED = Integer.MIN_VALUE;

  private final MemorySegment raw;
  private final MemoryOwner owner;
  private final AtomicInteger state = new AtomicInteger();
  private final Object lock = new Object();

  /** The arena and its segment, made by the first who asks; guarded by {@link #lock}. */
  private @Nullable Arena arena;

  private @Nullable MemorySegment segment;

  /** Makes it, open. */
  public ArrayMemory(MemorySegment raw, MemoryOwner owner) {
    this.raw = raw;
    this.owner = owner;
  }

  /** Returns who keeps the memory. */
  public MemoryOwner owner() {
    return owner;
  }

  /**
   * Returns the memory, usable until {@link #unpin}, which the caller owes.
   *
   * @throws IllegalStateException if closed
   */
  public MemorySegment pin() {
    int uses;
    do {
      uses = state.get();
      if (uses < 0) {
        throw closed();
      }
    } while (!state.compareAndSet(uses, uses + 1));
    return raw;
  }

  /** Ends a use; the last one after {@link #close()} releases the memory. */
  public void unpin() {
    if (state.decrementAndGet() == CLOSED) {
      owner.release();
    }
  }

  /**
   * Returns the memory for as long as this is open.
   *
   * @throws IllegalStateException if closed
   */
  public MemorySegment segment() {
    synchronized (lock) {
      requireOpen();
      if (segment == null) {
        Arena shared = Arena.ofShared();
        segment = bind(shared);
        arena = shared;
      }
      return segment;
    }
  }

  /**
   * Returns the memory for as long as an arena is open.
   *
   * @throws IllegalStateException if this or the arena is closed
   */
  public MemorySegment bind(Arena bound) {
    MemorySegment pinned = pin();
    try {
      return owner.bind(pinned, bound, this::unpin);
    } catch (RuntimeException e) {
      unpin();
      throw e;
    }
  }

  /**
   * Takes the memory away from all but the uses that have begun. A second call does nothing.
   *
   * @throws IllegalStateException if a native call is using the segment; nothing is closed then
   */
  public void close() {
    synchronized (lock) {
      if (state.get() < 0) {
        return;
      }
      if (arena != null) {
        arena.close();
      }
      if (state.getAndUpdate(uses -> uses | CLOSED) == 0) {
        owner.release();
      }
    }
  }

  /**
   * Checks that it is open.
   *
   * @throws IllegalStateException if closed
   */
  public void requireOpen() {
    if (state.get() < 0) {
      throw closed();
    }
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the array is closed");
  }
}

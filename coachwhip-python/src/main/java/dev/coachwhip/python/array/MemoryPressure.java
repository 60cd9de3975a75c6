package dev.coachwhip.python.array;

import dev.coachwhip.python.interp.DeferredReleases;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Python's memory that Java's arrays keep. The garbage collector does not see how much that is, and
 * would let a program that never closes its frames run out of memory with a nearly empty heap; so
 * it is told when there is much, as the JDK does for its own direct buffers.
 */
final class MemoryPressure {

  private static final long FIRST_LIMIT_BYTES = 512L << 20;
  private static final long WAIT_NANOS = 2_000_000;
  private static final int WAITS = 50;

  /** How many shares each owner of memory has; an owner's memory counts once. */
  private static final ConcurrentHashMap<Long, Long> SHARES = new ConcurrentHashMap<>();

  private static final ReentrantLock COLLECTING = new ReentrantLock();
  private static final AtomicLong KEPT_BYTES = new AtomicLong();
  private static volatile long limitBytes = FIRST_LIMIT_BYTES;

  private MemoryPressure() {}

  /**
   * A use of an owner's memory.
   *
   * @param owner the address of the Python object that the memory belongs to
   */
  record Share(long owner, long bytes) {

    /** Ends the use. Any thread. */
    void end() {
      SHARES.computeIfPresent(owner, (_, count) -> count == 1 ? last() : Long.valueOf(count - 1));
    }

    @SuppressWarnings("NullAway") // null removes the entry
    private Long last() {
      KEPT_BYTES.addAndGet(-bytes);
      return null;
    }
  }

  /** Begins a use of an owner's memory. Attached. */
  static Share begin(long owner, long bytes) {
    Share share = new Share(owner, bytes);
    if (SHARES.merge(owner, 1L, Long::sum) == 1
        && KEPT_BYTES.addAndGet(bytes) > limitBytes
        && bytes > 0) {
      collect();
    }
    return share;
  }

  /** Never waits for another thread that does this: that one may be waiting for Python. */
  private static void collect() {
    if (!COLLECTING.tryLock()) {
      return;
    }
    try {
      collectNow();
    } finally {
      COLLECTING.unlock();
    }
  }

  private static void collectNow() {
    long before = KEPT_BYTES.get();
    System.gc();
    for (int i = 0; i < WAITS && KEPT_BYTES.get() == before; i++) {
      LockSupport.parkNanos(WAIT_NANOS); // what was found is released by another thread
    }
    DeferredReleases.run();
    limitBytes = Math.max(FIRST_LIMIT_BYTES, 2 * KEPT_BYTES.get());
  }
}

package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyRefs;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** References given up while nobody was attached; dropped by the next thread that attaches. */
public final class DeferredReleases {

  private static final ConcurrentLinkedQueue<Long> OBJECTS = new ConcurrentLinkedQueue<>();
  private static final LongAdder TAKEN = new LongAdder();
  private static final LongAdder GIVEN_UP = new LongAdder();
  private static final LongAdder DROPPED = new LongAdder();
  private static volatile boolean pending;

  private DeferredReleases() {}

  /** Counts a reference that will be given up. */
  static void expect() {
    TAKEN.increment();
  }

  /** Returns how many references are held that have not been given up. */
  public static long live() {
    long givenUp = GIVEN_UP.sum(); // first, so that the difference is never negative
    return TAKEN.sum() - givenUp;
  }

  /** Returns how many have been given up and not dropped yet. */
  public static long pending() {
    long dropped = DROPPED.sum();
    return GIVEN_UP.sum() - dropped;
  }

  /** Gives up one reference; any thread. */
  public static void add(long object) {
    GIVEN_UP.increment();
    OBJECTS.add(object);
    pending = true;
  }

  /** Drops what was given up. Attached; may run Python code. */
  public static void run() {
    if (pending) {
      drop();
    }
  }

  private static void drop() {
    pending = false;
    for (Long object; (object = OBJECTS.poll()) != null; ) {
      DROPPED.increment();
      PyRefs.Py_DecRef(object);
    }
  }
}

package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.PyRefs;
import java.util.concurrent.ConcurrentLinkedQueue;

/** References given up while nobody was attached; dropped by the next thread that attaches. */
public final class DeferredReleases {

  private static final ConcurrentLinkedQueue<Long> OBJECTS = new ConcurrentLinkedQueue<>();
  private static volatile boolean pending;

  private DeferredReleases() {}

  /** Gives up one reference; any thread. */
  public static void add(long object) {
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
      PyRefs.Py_DecRef(object);
    }
  }
}

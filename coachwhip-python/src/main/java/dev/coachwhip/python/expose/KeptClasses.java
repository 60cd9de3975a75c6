package dev.coachwhip.python.expose;

import dev.coachwhip.python.ffi.PyRefs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Python classes that are made when they are first needed and kept for ever. Attached. */
final class KeptClasses {

  // No lock and no static constants: making one runs Python code, which may let another thread have
  // Python, and which a cancel may end; the next who needs the class then makes it.

  private final Map<Object, Long> classes = new ConcurrentHashMap<>();

  /**
   * Returns the class for a key, borrowed.
   *
   * @param maker makes it, a new reference
   */
  long get(Object key, LongSupplier maker) {
    Long known = classes.get(key);
    return known != null ? known : keep(key, maker.getAsLong());
  }

  /** Two threads may have made it: the first one counts. */
  private long keep(Object key, long made) {
    Long before = classes.putIfAbsent(key, made);
    if (before == null) {
      return made;
    }
    PyRefs.Py_DecRef(made);
    return before;
  }
}

package dev.coachwhip.python.interp;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyRefs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Python exceptions that host functions of one thread see as script errors, kept until those host
 * functions end: one that lets the error through raises the very exception again. Used by its own
 * thread only, attached.
 */
final class ErrorsOnTheirWay {

  /** Kept for each host function under way: it may meet others while it cleans up. */
  private static final int MOST = 4;

  private final Deque<Kept> kept = new ArrayDeque<>();

  /**
   * One of them.
   *
   * @param level how many host functions were under way
   * @param exception owned
   */
  private record Kept(int level, ScriptException error, long exception) {}

  /** Keeps what the host function of this level sees; what is no Exception ends a script only. */
  void keep(int level, ScriptException error, long exception) {
    if (PyErrors.PyErr_GivenExceptionMatches(exception, Py.EXCEPTION) == 0) {
      return;
    }
    PyRefs.Py_IncRef(exception);
    kept.push(new Kept(level, error, exception));
    dropBeyondMost(level);
  }

  private void dropBeyondMost(int level) {
    int count = 0;
    for (Iterator<Kept> i = kept.iterator(); i.hasNext(); ) {
      Kept next = i.next();
      if (next.level() == level && ++count > MOST) {
        i.remove();
        PyRefs.Py_DecRef(next.exception());
        return;
      }
    }
  }

  /** Returns the exception that a host function sees as this error, borrowed; 0 for none. */
  @SuppressWarnings("ReferenceEquality") // the same object
  long find(Throwable error) {
    for (Kept one : kept) {
      if (one.error() == error) {
        return one.exception();
      }
    }
    return 0;
  }

  /** Drops those of host functions that have ended. */
  void endAbove(int level) {
    while (!kept.isEmpty() && kept.getFirst().level() > level) {
      PyRefs.Py_DecRef(kept.pop().exception());
    }
  }
}

package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyFrames;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.HashSet;
import java.util.Set;

/** Tells our own Python code, such as the streams that print writes to, from scripts' code. */
final class OwnCode {

  private static final long OWN_CODE = Interpreter.running().helper("_limits", "own_code");
  private static final long FILES = Interpreter.running().helper("_own_code");
  private static final long MAY_BE_STOPPED =
      Interpreter.running().helper("_limits", "may_be_stopped");

  private static final long IS_COUNTED = Interpreter.running().helper("_limits", "is_counted");

  /** Addresses of code objects that live for ever. */
  private static volatile Set<Long> known = Set.of();

  private static volatile long knownFiles;

  private OwnCode() {}

  /**
   * Learns what has been loaded by now. Attached, where a stop may come: the next run learns it.
   */
  static void learn(Attachment attachment) {
    long files = PyLists.PyList_Size(FILES);
    if (files != knownFiles) {
      learn(files, attachment);
    }
  }

  private static void learn(long files, Attachment attachment) {
    try {
      long list = Calls.call(OWN_CODE);
      Set<Long> found = new HashSet<>();
      for (long i = 0; i < PyLists.PyList_Size(list); i++) {
        long identity = PyLists.PyList_GetItem(list, i);
        found.add(PyLongs.PyLong_AsLongLongAndOverflow(identity, attachment.scratch()));
      }
      PyRefs.Py_DecRef(list);
      known = found;
      knownFiles = files;
    } catch (Raised e) {
      PyRefs.Py_DecRef(e.exception());
    }
  }

  /** Tells whether a frame runs it. Attached. */
  static boolean isIn(long frame) {
    long code = PyFrames.PyFrame_GetCode(frame);
    PyRefs.Py_DecRef(code); // the frame holds it
    return known.contains(code);
  }

  /** Tells whether what a thread does is counted, as far as can be seen. Attached. */
  static boolean isCounted(long ident, Attachment attachment) {
    long number = Raised.check(PyLongs.PyLong_FromLongLong(ident));
    try {
      long answer = Calls.call(IS_COUNTED, attachment, number);
      PyRefs.Py_DecRef(answer);
      return answer == Py.TRUE;
    } catch (Raised e) { // a stop, or the end of the memory; the next look tells
      PyRefs.Py_DecRef(e.exception());
      return true;
    } finally {
      PyRefs.Py_DecRef(number);
    }
  }

  /** Tells whether a stop may be raised where a frame is. Attached. */
  static boolean mayBeStopped(long frame, Attachment attachment) {
    try {
      long answer = Calls.call(MAY_BE_STOPPED, attachment, frame);
      PyRefs.Py_DecRef(answer);
      return answer == Py.TRUE;
    } catch (Raised e) { // a stop, which comes again
      PyRefs.Py_DecRef(e.exception());
      return false;
    }
  }
}

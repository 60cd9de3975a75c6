package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyBytes;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;

/**
 * The memory that Python has allocated since it was made, by tracemalloc, which is on while there
 * is one of these. Attached.
 */
final class TracedMemory {

  // Only C functions are called, in which no stop is raised and no other thread gets its turn.

  private static final long START = Interpreter.running().helper("_memory", "start");
  private static final long STOP = Interpreter.running().helper("_memory", "stop");
  private static final long IS_TRACING = Interpreter.running().helper("_memory", "is_tracing");
  private static final long TRACED = Interpreter.running().helper("_memory", "get_traced_memory");
  private static final long RESET_PEAK = Interpreter.running().helper("_memory", "reset_peak");
  private static final long TRACE_OF =
      Interpreter.running().helper("_memory", "_get_object_traceback");
  private static final int WITNESS_BYTES = 1000;

  private static int users;
  private static boolean ours;

  private final long before;

  /** An object whose allocation is known as long as nobody stops tracing or clears the traces. */
  private final long witness;

  private TracedMemory(long before, long witness) {
    this.before = before;
    this.witness = witness;
  }

  static TracedMemory begin(Attachment attachment) {
    users++;
    if (!is(IS_TRACING)) {
      ours = true;
      start(attachment);
    }
    PyRefs.Py_DecRef(Calls.call(RESET_PEAK));
    return new TracedMemory(traced(0, attachment), witness());
  }

  private static void start(Attachment attachment) {
    long frames = Raised.check(PyLongs.PyLong_FromLongLong(1));
    PyRefs.Py_DecRef(Calls.call(START, attachment, frames));
    PyRefs.Py_DecRef(frames);
  }

  private static long witness() {
    return Raised.check(PyBytes.PyBytes_FromStringAndSize(0, WITNESS_BYTES));
  }

  private static boolean is(long function) {
    long answer = Calls.call(function);
    PyRefs.Py_DecRef(answer);
    return answer == Py.TRUE;
  }

  /** Returns the bytes in use, or the most that were since the last reset. */
  private static long traced(int index, Attachment attachment) {
    long both = Calls.call(TRACED);
    long bytes =
        PyLongs.PyLong_AsLongLongAndOverflow(
            PyTuples.PyTuple_GetItem(both, index), attachment.scratch());
    PyRefs.Py_DecRef(both);
    return bytes;
  }

  /** Returns the most bytes that were in use at once, less those in use at the beginning. */
  long mostBytes(Attachment attachment) {
    return traced(1, attachment) - before;
  }

  /** Tells whether a script has stopped the tracing or cleared it. */
  boolean isTamperedWith(Attachment attachment) {
    long trace = Calls.call(TRACE_OF, attachment, witness);
    PyRefs.Py_DecRef(trace);
    return trace == Py.NONE;
  }

  void end() {
    PyRefs.Py_DecRef(witness);
    users--;
    if (users == 0 && ours) {
      ours = false;
      PyRefs.Py_DecRef(Calls.call(STOP));
    }
  }
}

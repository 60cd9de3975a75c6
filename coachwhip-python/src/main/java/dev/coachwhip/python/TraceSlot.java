package dev.coachwhip.python;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyTraces;

/**
 * Where a thread's state keeps the address of its trace function, which only its own thread could
 * ask for. Found by looking what changes when one is set.
 */
final class TraceSlot {

  /** Every version's thread state is larger. */
  private static final int STATE_BYTES = 256;

  private static volatile int offset = -1;

  private TraceSlot() {}

  /** Looks for it on the calling thread, whose trace function is this one, and leaves it so. */
  static void find(long state, long function) {
    if (offset >= 0) {
      return;
    }
    for (int at = 0; at < STATE_BYTES; at += Long.BYTES) {
      if (NativeMemory.getLong(state + at) == function) {
        PyTraces.PyEval_SetTrace(0, 0);
        boolean cleared = NativeMemory.getLong(state + at) == 0;
        PyTraces.PyEval_SetTrace(function, 0);
        if (cleared && NativeMemory.getLong(state + at) == function) {
          offset = at;
          return;
        }
      }
    }
  }

  /** Tells whether another function than this has been set; false if the place is not known. */
  static boolean holdsAnother(long state, long function) {
    int at = offset;
    return at >= 0 && NativeMemory.getLong(state + at) != function;
  }
}

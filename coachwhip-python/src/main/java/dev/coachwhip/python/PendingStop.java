package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyThreadStates;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.Raised;

/** A stop that was asked for and may not have been raised yet. */
final class PendingStop {

  private static final int MOST_TRIES = 3;
  private static final long ABSORB = Interpreter.running().helper("_absorb_stop");

  private PendingStop() {}

  /**
   * Leaves no stop behind in the calling thread. Python can take one back, but 3.11 and 3.12 then
   * go on looking for it at every step for ever after, and 3.11 never leaves a trace function that
   * raises. So one is surely raised, and caught. Attached.
   */
  static void absorb(long ident) {
    int _ = PyThreadStates.PyThreadState_SetAsyncExc(ident, JavaErrors.cancelledClass());
    for (int i = 0; i < MOST_TRIES && !absorbed(); i++) {
      // A trace function of the script raised; Python has dropped it for that.
    }
  }

  private static boolean absorbed() {
    try {
      PyRefs.Py_DecRef(Calls.call(ABSORB));
      return true;
    } catch (Raised e) {
      boolean stop =
          JavaErrors.isCancelled(e.exception()); // raised before the function could catch it
      PyRefs.Py_DecRef(e.exception());
      return stop;
    }
  }
}

package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTraces;
import dev.coachwhip.python.ffi.Upcalls;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import java.lang.invoke.MethodHandles;

/**
 * A stop for scripts that catch every one that is raised, such as {@code except BaseException:
 * pass} in a loop: once it is raised, a stop is raised at each line and each call on the run's
 * thread, in handlers too, until the script has ended. Attached.
 */
final class InsistentStop {

  // A thread's trace function can only be set on the thread itself. Python makes an exception that
  // is raised in another thread on that thread, so its class calls Java when one is made.

  private static final long TRACE = Upcalls.trace(MethodHandles.lookup(), "trace");

  /** Held for ever; 0 until it is first needed. Used by the thread that raises stops only. */
  private static long exceptionClass;

  private InsistentStop() {}

  /** Returns the class of exceptions to raise, borrowed for ever. */
  static long exceptionClass(Attachment attachment) {
    if (exceptionClass == 0) {
      long make = Interpreter.running().helper("_insist", "stop_class");
      long insist = NativeFunctions.create("__init__", (a, _, _, _) -> begin(a));
      try {
        exceptionClass = Calls.call(make, attachment, insist);
      } finally {
        PyRefs.Py_DecRef(insist);
      }
    }
    return exceptionClass;
  }

  private static long begin(Attachment attachment) {
    if (RunWatch.isToInsistOn(attachment.ident())) {
      OwnCode.learn(attachment);
      PyTraces.PyEval_SetTrace(TRACE, 0);
    }
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }

  /** Ends it on the run's thread; what counted there before goes on. */
  static void end() {
    ThreadMeter.traceAgain();
  }

  /** Called by Python; attached. */
  @SuppressWarnings("unused") // through Upcalls
  private static long trace(long object, long frame, long what, long argument) {
    try {
      int event = (int) what;
      if ((event != PyTraces.LINE && event != PyTraces.CALL)
          || OwnCode.isIn(frame)
          || !OwnCode.mayBeStopped(frame, Attachment.ofUpcall())) {
        return 0;
      }
      PyErrors.PyErr_SetObject(JavaErrors.cancelledClass(), Py.NONE);
      return -1;
    } catch (Throwable t) {
      return 0; // nothing may leave an upcall
    }
  }
}

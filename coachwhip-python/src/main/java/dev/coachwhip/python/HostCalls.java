package dev.coachwhip.python;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs the user's Java code for scripts of one engine: detached, so that it may block without
 * stopping Python, and woken by an interrupt when its run is stopped.
 */
record HostCalls(PythonScriptEngine engine) {

  private static final long TOO_DEEP =
      NativeMemory.stringForever(
          "calls from Python to Java and back are nested too deeply for this thread's stack");
  private static final long CLOSED =
      NativeMemory.stringForever("the engine of this function is closed");

  /**
   * Begins a call, before its arguments are converted; {@link Attachment#endHostCall} ends it.
   *
   * @throws Raised a Python error if the engine is closed or calls are nested too deeply
   */
  void begin(Attachment attachment) {
    if (engine.turns().isClosed()) {
      PyErrors.PyErr_SetString(Py.RUNTIME_ERROR, CLOSED);
      throw Raised.take();
    }
    if (!attachment.beginHostCall()) {
      PyErrors.PyErr_SetString(Py.RECURSION_ERROR, TOO_DEEP);
      throw Raised.take();
    }
  }

  /** Begins a call, runs the user's code, and ends it. */
  <T extends @Nullable Object> T call(Attachment attachment, Callable<T> code) throws Exception {
    begin(attachment);
    try {
      return detached(attachment, code);
    } finally {
      attachment.endHostCall();
    }
  }

  /**
   * Runs the user's code within a call that has begun.
   *
   * @throws Exception what the code throws
   */
  <T extends @Nullable Object> T detached(Attachment attachment, Callable<T> code)
      throws Exception {
    // A thread that the script made is not in the engine yet.
    Attachment.Scope before = attachment.enter(engine);
    ActiveRun run = engine.runOf(attachment);
    boolean outermost = run != null && run.enterHost();
    int suspended = attachment.suspend();
    try {
      return code.call();
    } finally {
      attachment.resume(suspended);
      if (outermost && run != null) {
        run.leaveHost();
      }
      attachment.leave(before);
    }
  }
}

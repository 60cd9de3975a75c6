package dev.coachwhip.python;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A script that runs on the event loop, and the thread that waits for its end. */
final class AwaitedScript implements NativeFunctions.Body {

  private static final long START = Text.forever("start");
  private static final long CANCEL = Text.forever("cancel");

  private final EngineLoop loop;
  private final @Nullable ActiveRun run;
  private final Thread waiter = Thread.currentThread();
  private boolean interrupted;
  private boolean succeeded;

  /** The value or the exception; owned by this until it is handed out. */
  private long outcome;

  private volatile boolean ended;

  /**
   * Makes it on the thread that is to wait.
   *
   * @param run what is asked to stop; null if only an interrupt stops it
   */
  AwaitedScript(EngineLoop loop, @Nullable ActiveRun run) {
    this.loop = loop;
    this.run = run;
  }

  /** Called on the loop's thread, once, with whether the script succeeded and its outcome. */
  @Override
  public long call(Attachment attachment, long arguments, long count, long names) {
    LoopMeter.ended(run);
    succeeded = NativeMemory.getLong(arguments) == Py.TRUE;
    outcome = NativeMemory.getLong(arguments + Long.BYTES);
    PyRefs.Py_IncRef(outcome);
    ended = true;
    LockSupport.unpark(waiter);
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }

  /**
   * Begins the script and waits for its end, also where it is asked to stop.
   *
   * @param handle the script on Python's side
   * @return the script's value, a new reference
   * @throws Raised what the script raised
   */
  long await(Attachment attachment, PyRef handle) {
    // Another engine's script may have called the host function that calls this one, and may be
    // stopped itself: our own calls of Python then fail here and there. They are made again, since
    // the end of this script must be seen.
    try {
      PyRef start = method(handle, START);
      insist(() -> PyRefs.Py_DecRef(Calls.call(start.borrow())));
      awaitEndOrStop(attachment);
      if (!ended) {
        stop(attachment, method(handle, CANCEL));
      }
    } finally {
      if (interrupted) {
        waiter.interrupt();
      }
    }
    if (!succeeded) {
      throw Raised.of(outcome);
    }
    return outcome;
  }

  private void awaitEndOrStop(Attachment attachment) {
    int suspended = attachment.suspend();
    try {
      while (!ended && !isStopRequested()) {
        LockSupport.park(this);
        noteInterrupt(Thread.interrupted());
      }
    } finally {
      attachment.resume(suspended);
    }
  }

  private boolean isStopRequested() {
    return run == null ? interrupted : run.stop() != null;
  }

  private void noteInterrupt(boolean now) {
    interrupted |= now;
    if (now && run != null) {
      run.requestStop(ActiveRun.Stop.INTERRUPT);
    }
  }

  private void stop(Attachment attachment, PyRef cancel) {
    LoopPressure pressure = new LoopPressure(loop, cancel);
    while (!ended) {
      insist(() -> pressure.apply(attachment));
      interrupted |= LoopPressure.pause(attachment);
    }
  }

  private static PyRef method(PyRef handle, long name) {
    return PyRef.ofOwned(check(PyObjects.PyObject_GetAttr(handle.borrow(), name)));
  }

  /** Takes a step, again if a stop of this thread kept it from being taken. */
  private static void insist(Runnable step) {
    while (true) {
      try {
        step.run();
        return;
      } catch (Raised e) {
        if (!JavaErrors.isCancelled(e.exception())) {
          throw e;
        }
        InsistentStop.end(); // or no step would ever be taken
        PyRefs.Py_DecRef(e.exception());
      }
    }
  }
}

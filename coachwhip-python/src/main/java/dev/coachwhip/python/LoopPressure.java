package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes an event loop take a step, such as to cancel a task, again and again; where the loop does
 * not come round to it, because code that it runs goes on and on, raises a stop in that code.
 */
final class LoopPressure implements NativeFunctions.Body {

  // A stop that is raised in the loop's own code would lose a callback, so it is raised only where
  // the thread is seen in a script's code, and never once the loop has come round. What was raised
  // too late for the code it was meant for is taken back when the loop comes round.

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /**
   * How long code may run on before it counts as endless; a step of a cooperative task is short.
   */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** What a task has to clean up after a cancel before the next. */
  private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final long PRESS = Text.forever("press");
  private static final long IS_IN_USER_CODE = Text.forever("is_in_user_code");

  private final EngineLoop loop;
  private final PyRef step;
  private boolean cameRound = true;
  private long askedNanos = System.nanoTime() - AGAIN_NANOS;

  /**
   * Makes it.
   *
   * @param step a callable without arguments, called on the loop's thread
   */
  LoopPressure(EngineLoop loop, PyRef step) {
    this.loop = loop;
    this.step = step;
  }

  /** Waits between two applications, detached; takes an interrupt and returns whether it did. */
  static boolean pause(Attachment attachment) {
    int suspended = attachment.suspend();
    try {
      LockSupport.parkNanos(PERIOD_NANOS);
      return Thread.interrupted();
    } finally {
      attachment.resume(suspended);
    }
  }

  /** Applies it once; to be called every few milliseconds, on another thread than the loop's. */
  void apply(Attachment attachment) {
    long waited = System.nanoTime() - askedNanos;
    if (hasComeRound()) {
      if (waited >= AGAIN_NANOS) {
        ask(attachment);
      }
    } else if (waited >= PATIENCE_NANOS && isInUserCode(attachment)) {
      raise();
    }
  }

  private synchronized boolean hasComeRound() {
    return cameRound;
  }

  private void ask(Attachment attachment) {
    setCameRound(false); // before it can come round
    long answer = NativeFunctions.create("came_round", this);
    try {
      PyRefs.Py_DecRef(loop.call(PRESS, attachment, answer, step.borrow()));
      askedNanos = System.nanoTime();
    } catch (Raised e) {
      setCameRound(true);
      throw e;
    } finally {
      PyRefs.Py_DecRef(answer);
    }
  }

  private synchronized void setCameRound(boolean now) {
    cameRound = now;
  }

  private boolean isInUserCode(Attachment attachment) {
    long answer = loop.call(IS_IN_USER_CODE, attachment);
    PyRefs.Py_DecRef(answer);
    return answer == Py.TRUE;
  }

  private synchronized void raise() {
    if (!cameRound) {
      loop.work().raise(JavaErrors.cancelledClass());
      loop.work().wake();
    }
  }

  /** Called on the loop's thread when it comes round. */
  @Override
  public long call(Attachment attachment, long arguments, long count, long names) {
    setCameRound(true);
    loop.work().absorb();
    PyRefs.Py_IncRef(Py.NONE);
    return Py.NONE;
  }
}

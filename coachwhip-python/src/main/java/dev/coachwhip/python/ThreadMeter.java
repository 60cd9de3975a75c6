package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyGilStates;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyThreadStates;
import dev.coachwhip.python.ffi.PyTraces;
import dev.coachwhip.python.ffi.Upcalls;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.NativeFunctions;
import dev.coachwhip.python.interp.Py;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what one thread does for a run that has limits. Used by its own thread, attached. */
final class ThreadMeter {

  // Python calls the thread's trace function for each line, for each jump back within a line, and
  // for each call, on all versions alike. Our own Python code, such as what print writes to, is not
  // counted, since it is not the script's doing and changes from version to version.

  private static final long TRACE = Upcalls.trace(MethodHandles.lookup(), "trace");
  private static final ThreadLocal<@Nullable ThreadMeter> CURRENT = new ThreadLocal<>();

  /** What a script may take to end after a stop has been raised in it. */
  private static final long CLEAN_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final RunMeter run;
  private final boolean isJavas;
  private final long ident;
  private final long state = PyGilStates.PyGILState_GetThisThreadState();
  private final @Nullable ThreadMeter outer;
  private boolean raised;
  private long raisedNanos;

  /** The outermost call of Python code is at depth 0. */
  private int depth = -1;

  /** Frames of our own code that are under way on this thread, the innermost last. */
  private long[] ownFrames = new long[8];

  private int ownCount;

  /** Whether counting is off for a while, by ourselves. */
  private boolean paused;

  private ThreadMeter(
      RunMeter run, boolean isJavas, Attachment attachment, @Nullable ThreadMeter outer) {
    this.run = run;
    this.isJavas = isJavas;
    this.ident = attachment.ident();
    this.outer = outer;
  }

  /**
   * Begins to count; for the runs further out on this thread, too.
   *
   * @param isJavas whether the thread was made by Java, and not by a script
   */
  static void enter(RunMeter run, boolean isJavas, Attachment attachment) {
    ThreadMeter meter = new ThreadMeter(run, isJavas, attachment, CURRENT.get());
    set(meter);
    TraceSlot.find(meter.state, TRACE);
    run.joinedBy(meter);
  }

  private static void set(ThreadMeter meter) {
    CURRENT.set(meter);
    PyTraces.PyEval_SetTrace(TRACE, 0);
  }

  /** Ends what the last {@link #enter} on this thread began. */
  static void leave() {
    ThreadMeter meter = CURRENT.get();
    if (meter == null) {
      return;
    }
    meter.run.leftBy(meter);
    ThreadMeter outer = meter.outer;
    if (outer != null) {
      set(outer);
    } else {
      CURRENT.remove();
      PyTraces.PyEval_SetTrace(0, 0);
    }
  }

  /** Sets the calling thread's trace function to what it should be. */
  static void traceAgain() {
    ThreadMeter meter = CURRENT.get();
    PyTraces.PyEval_SetTrace(meter == null || meter.paused ? 0 : TRACE, 0);
  }

  /** Does something that is not counted. */
  static <T> T uncounted(Supplier<T> work) {
    ThreadMeter meter = CURRENT.get();
    if (meter == null || meter.paused) {
      return work.get();
    }
    meter.pause(true);
    try {
      return work.get();
    } finally {
      meter.pause(false);
    }
  }

  private void pause(boolean now) {
    for (ThreadMeter meter = this; meter != null; meter = meter.outer) {
      meter.paused = now;
    }
    PyTraces.PyEval_SetTrace(now ? 0 : TRACE, 0);
  }

  /**
   * Tells whether this still sees what the thread does; may be called on another thread.
   *
   * @return false if the script has switched it off, or is in a loop that does nothing for ever
   */
  boolean stillCounts(Attachment attachment) {
    // The state of a thread that Python made is gone when the thread is.
    return paused
        || (!(isJavas && TraceSlot.holdsAnother(state, TRACE))
            && OwnCode.isCounted(ident, attachment));
  }

  /** Raises a stop in a thread that the script made; others are seen to by who stops runs. */
  void stopScriptsThread() {
    if (!isJavas) {
      int _ = PyThreadStates.PyThreadState_SetAsyncExc(ident, JavaErrors.cancelledClass());
    }
  }

  /**
   * Makes a Python function that begins to count on the thread that calls it.
   *
   * @param isJavas whether it will be a thread made by Java
   * @param meter gives what counts for the run under way, null for nothing
   * @return a new reference
   */
  static long beginning(boolean isJavas, Supplier<@Nullable RunMeter> meter) {
    return NativeFunctions.create(
        "count",
        (attachment, arguments, count, names) -> {
          RunMeter run = meter.get();
          if (run != null && !run.hasEnded()) {
            enter(run, isJavas, attachment);
          }
          PyRefs.Py_IncRef(Py.NONE);
          return Py.NONE;
        });
  }

  /** Called by Python; attached. */
  @SuppressWarnings("unused") // through Upcalls
  private static long trace(long object, long frame, long what, long argument) {
    try {
      ThreadMeter meter = CURRENT.get();
      if (meter == null || !meter.happened(frame, (int) what)) {
        return 0;
      }
      PyErrors.PyErr_SetObject(JavaErrors.cancelledClass(), Py.NONE);
      return -1;
    } catch (Throwable t) {
      return 0; // nothing may leave an upcall
    }
  }

  private boolean happened(long frame, int what) {
    return switch (what) {
      case PyTraces.LINE -> !isOwn(frame) && counts(frame, 0);
      case PyTraces.CALL -> enterFrame(frame) && counts(frame, 1);
      case PyTraces.RETURN -> {
        if (!leaveOwn(frame)) {
          boolean _ = counts(frame, -1);
        }
        yield false;
      }
      default -> false;
    };
  }

  private boolean isOwn(long frame) {
    return ownCount != 0 && ownFrames[ownCount - 1] == frame;
  }

  /** Returns whether the frame is a script's. */
  private boolean enterFrame(long frame) {
    boolean own = OwnCode.isIn(frame);
    if (own) {
      if (ownCount == ownFrames.length) {
        ownFrames = Arrays.copyOf(ownFrames, 2 * ownCount);
      }
      ownFrames[ownCount++] = frame;
    }
    return !own;
  }

  private boolean leaveOwn(long frame) {
    boolean own = isOwn(frame);
    if (own) {
      ownCount--;
    }
    return own;
  }

  /** Counts for the runs further out too; returns whether to raise a stop. */
  private boolean counts(long frame, int deeper) {
    boolean stop = false;
    for (ThreadMeter meter = this; meter != null; meter = meter.outer) {
      meter.depth += deeper;
      stop |= deeper >= 0 && meter.goesTooFar(frame, deeper > 0);
    }
    return stop;
  }

  private boolean goesTooFar(long frame, boolean call) {
    if (run.hasEnded()) { // on a thread that the script has left behind
      leave();
      return false;
    }
    run.countOperation();
    if (call) {
      run.checkDepth(depth);
    }
    return run.isBeyondLimit() && raise(frame);
  }

  /**
   * Raises once, so that a script can clean up, and after a while at every step, so that it cannot
   * go on by catching what is raised.
   */
  private boolean raise(long frame) {
    boolean cleansUp = raised && System.nanoTime() - raisedNanos < CLEAN_UP_NANOS;
    if (cleansUp || !OwnCode.mayBeStopped(frame, Attachment.ofUpcall())) {
      return false;
    }
    return raised || raiseFirst();
  }

  /**
   * Raises for the first time. What a trace function raises at a jump, CPython from 3.12 on takes
   * for raised before the jump's target, and leaves out handlers that begin there; so it is raised
   * as a cancel is where that can be taken back.
   */
  private boolean raiseFirst() {
    raised = true;
    raisedNanos = System.nanoTime();
    return !run.raise(ident);
  }
}

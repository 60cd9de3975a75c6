package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyTraces;
import dev.coachwhip.python.ffi.Upcalls;
import dev.coachwhip.python.interp.JavaErrors;
import dev.coachwhip.python.interp.Py;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** Counts what one thread does for a run that has limits. Used by its own thread, attached. */
final class ThreadMeter {

  // Python calls the thread's trace function for each line, for each jump back within a line, and
  // for each call: the same from 3.10 on. Since 3.12 that is built on sys.monitoring.

  private static final long TRACE = Upcalls.trace(MethodHandles.lookup(), "trace");
  private static final ThreadLocal<@Nullable ThreadMeter> CURRENT = new ThreadLocal<>();

  private final RunMeter run;
  private final @Nullable ThreadMeter outer;
  private final boolean raises;
  private boolean raised;

  /** The outermost call of Python code is at depth 0. */
  private int depth = -1;

  private ThreadMeter(RunMeter run, @Nullable ThreadMeter outer, boolean raises) {
    this.run = run;
    this.outer = outer;
    this.raises = raises;
  }

  /** Begins to count; for the runs further out on this thread, too. */
  static void enter(RunMeter run) {
    set(new ThreadMeter(run, CURRENT.get(), true));
  }

  /** Begins to count on the thread of an event loop, where a limit only requests the stop. */
  static void enterLoop(RunMeter run) {
    set(new ThreadMeter(run, CURRENT.get(), false));
  }

  private static void set(ThreadMeter meter) {
    CURRENT.set(meter);
    PyTraces.PyEval_SetTrace(TRACE, 0);
  }

  /** Ends what the last {@link #enter} on this thread began. */
  static void leave() {
    ThreadMeter meter = CURRENT.get();
    ThreadMeter outer = meter == null ? null : meter.outer;
    if (outer != null) {
      set(outer);
    } else {
      CURRENT.remove();
      PyTraces.PyEval_SetTrace(0, 0);
    }
  }

  /** Called by Python; attached. */
  @SuppressWarnings("unused") // through Upcalls
  private static long trace(long object, long frame, long what, long argument) {
    try {
      ThreadMeter meter = CURRENT.get();
      if (meter == null || !meter.happened((int) what)) {
        return 0;
      }
      PyErrors.PyErr_SetObject(JavaErrors.cancelledClass(), Py.NONE);
      return -1;
    } catch (Throwable t) {
      return 0; // nothing may leave an upcall
    }
  }

  /** Counts what happened, for the runs further out too; returns whether to raise a stop. */
  private boolean happened(int what) {
    boolean stop = false;
    for (ThreadMeter meter = this; meter != null; meter = meter.outer) {
      stop |= meter.counts(what);
    }
    return stop;
  }

  private boolean counts(int what) {
    if (run.hasEnded()) {
      leave();
      return false;
    }
    return switch (what) {
      case PyTraces.LINE -> raise(run.countOperation());
      case PyTraces.CALL -> raise(run.countOperation() | run.atDepth(++depth));
      case PyTraces.RETURN -> {
        depth--;
        yield false;
      }
      default -> false;
    };
  }

  /** Raises once only, so that a script can clean up; the watch asks again. */
  private boolean raise(boolean beyond) {
    boolean now = beyond && raises && !raised;
    raised |= now;
    return now;
  }
}

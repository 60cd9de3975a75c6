package dev.coachwhip.python;

import dev.coachwhip.python.ffi.PyThreadStates;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call of an engine while it may be stopped: by whom it was asked, and the thread to raise the
 * stop in.
 */
final class ActiveRun {

  // The stop is an exception that Python raises in a thread when it next runs Python code there. It
  // must never be left over for the next run on that thread, so asking and ending exclude each
  // other: an ask that is under way delays the end, and no ask begins after it. The same holds for
  // the interrupt that wakes a host function.

  /** Who asked, or which limit was reached. */
  enum Stop {
    CANCEL,
    INTERRUPT,
    CLOSE,
    WALL_TIME,
    OPERATIONS,
    CALL_DEPTH,
    OUTPUT,
    MEMORY
  }

  private static final int RUNNING = 0;
  private static final int IN_HOST_FUNCTION = 1;
  private static final int ASKING = 2;
  private static final int ENDED = 3;
  private static final int AWAITING = 4;

  /**
   * After what time a stop is raised again: until then the script may put away what it has opened.
   */
  private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** From when on a script that goes on all the same is taken for one that catches stops. */
  private static final long INSIST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Python code meets a stop that was raised within its switch interval; what waits does not. */
  private static final long WAKE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** From when on a run that was asked to stop counts as stuck, if nobody says so before. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final VarHandle CONTROL;
  private static final VarHandle STOP;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      CONTROL = lookup.findVarHandle(ActiveRun.class, "control", int.class);
      STOP = lookup.findVarHandle(ActiveRun.class, "stop", Stop.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * The thread whose interrupt stops the run; null for a started run, which only its waiters can
   * interrupt.
   */
  private final @Nullable Thread caller;

  private final long wallTimeNanos;
  private long deadline;
  private long ident;
  private @Nullable Thread thread;
  private boolean asked;
  private boolean woken;
  private boolean reported;
  private volatile long raisedNanos;
  private boolean insisted;
  private boolean left;
  private boolean interrupted;
  private volatile int control = RUNNING;
  private volatile @Nullable Stop stop;
  private volatile long stopNanos;
  private volatile boolean awaitedInVain;
  private String what = "a function";
  private volatile @Nullable RunMeter meter;

  ActiveRun(@Nullable Thread caller, Duration wallTime) {
    this.caller = caller;
    this.wallTimeNanos = wallTime.isZero() ? 0 : wallTime.toNanos();
  }

  /** Says what runs, for messages: a script's or a function's name. */
  void describe(String name) {
    what = name;
  }

  /** Returns what runs. */
  String what() {
    return what;
  }

  /** Begins on the attached calling thread. */
  void begin(long threadIdent) {
    ident = threadIdent;
    thread = Thread.currentThread();
    if (wallTimeNanos != 0) {
      deadline = System.nanoTime() + wallTimeNanos;
    }
  }

  /** Asks the run to stop; the first to ask is named in the error. */
  void requestStop(Stop by) {
    if (STOP.compareAndSet(this, null, by)) {
      stopNanos = System.nanoTime();
    }
  }

  /** Returns who asked, null if nobody did. */
  @Nullable Stop stop() {
    return stop;
  }

  /** Takes note that somebody waited for the end of a stopped run, for as long as was wanted. */
  void setAwaitedInVain() {
    awaitedInVain = true;
  }

  /** Tells whether it was asked to stop, and does not. */
  boolean isStuck() {
    return isStopping() && (awaitedInVain || nanosSinceStop() >= STUCK_NANOS);
  }

  /** Tells, once, that nobody has been told that it is stuck. The watching thread. */
  boolean isFirstReport() {
    boolean first = !reported;
    reported = true;
    return first;
  }

  /** Returns for how long it has been asked to stop; 0 if it has not. */
  long nanosSinceStop() {
    long since = stopNanos;
    return since == 0 ? 0 : System.nanoTime() - since;
  }

  /** Tells whether the calling thread runs it. */
  boolean isOnThisThread() {
    return Thread.currentThread().equals(thread);
  }

  /** Returns what counts for the run's limits, null if it has none that are counted. */
  @Nullable RunMeter meter() {
    return meter;
  }

  /** Lets the run be counted. */
  void countOn(RunMeter by) {
    meter = by;
  }

  /** Takes note of an interrupt or an over-long run. */
  void look(long now) {
    if (caller != null && caller.isInterrupted()) {
      requestStop(Stop.INTERRUPT);
    }
    if (wallTimeNanos != 0 && now - deadline >= 0) {
      requestStop(Stop.WALL_TIME);
    }
  }

  /** Returns the number that Python knows the run's thread by; 0 before it has begun. */
  long ident() {
    return ident;
  }

  /** Tells whether the run is on a thread. */
  boolean isOn(long threadIdent) {
    return ident == threadIdent;
  }

  /**
   * Enters a host function on the run's thread: a stop now interrupts the thread too.
   *
   * @return whether it is the outermost, which must be left by {@link #leaveHost}
   */
  boolean enterHost() {
    while (!CONTROL.compareAndSet(this, RUNNING, IN_HOST_FUNCTION)) {
      if (control == IN_HOST_FUNCTION || control == ENDED) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  /** Leaves the outermost host function; an interrupt that was ours is not left to the caller. */
  void leaveHost() {
    while (!CONTROL.compareAndSet(this, IN_HOST_FUNCTION, RUNNING)) {
      Thread.onSpinWait();
    }
    if (interrupted) {
      interrupted = false;
      boolean callersOwn = caller != null && stop == Stop.INTERRUPT;
      if (!callersOwn) {
        boolean _ = Thread.interrupted();
      }
    }
  }

  /**
   * Begins to wait, in Java, for the event loop: a stop now only wakes the thread.
   *
   * @return what {@link #leaveAwait} takes
   */
  int enterAwait() {
    while (true) {
      int before = control;
      if (before != ASKING && CONTROL.compareAndSet(this, before, AWAITING)) {
        return before;
      }
      Thread.onSpinWait();
    }
  }

  /** Undoes {@link #enterAwait}. */
  void leaveAwait(int before) {
    while (!CONTROL.compareAndSet(this, AWAITING, before)) {
      Thread.onSpinWait();
    }
  }

  /**
   * Begins to run a script within a host function of this run.
   *
   * @return whether {@link #leaveScript} must end it
   */
  boolean enterScript() {
    while (control == IN_HOST_FUNCTION || control == ASKING) {
      if (CONTROL.compareAndSet(this, IN_HOST_FUNCTION, RUNNING)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** Goes back to the host function. */
  void leaveScript() {
    while (!CONTROL.compareAndSet(this, RUNNING, IN_HOST_FUNCTION)) {
      Thread.onSpinWait();
    }
  }

  /** Takes back a stop that has not been raised yet, on the run's thread. Attached. */
  void absorb() {
    boolean _ = Thread.interrupted();
    takeBack();
  }

  /**
   * Tells whether it is time to raise a stop, and takes note that it is raised now. Attached, so
   * that nobody else does the same.
   */
  private boolean takeRaise() {
    long now = System.nanoTime();
    boolean due = raisedNanos == 0 || now - raisedNanos >= AGAIN_NANOS;
    if (due) {
      raisedNanos = now;
    }
    return due;
  }

  /**
   * Tells, on the run's thread, whether to raise a stop now, which then counts as raised. Attached.
   */
  boolean takeStop() {
    return isStopping() && takeRaise();
  }

  /**
   * Raises an exception in the run's thread, unless it has ended or was asked just now. Attached.
   */
  void raise(long exceptionClass) {
    int before = control;
    if (before == AWAITING) {
      LockSupport.unpark(thread);
    } else if ((before == RUNNING || before == IN_HOST_FUNCTION)
        && CONTROL.compareAndSet(this, before, ASKING)) {
      if (takeRaise()) {
        asked = true;
        int _ = PyThreadStates.PyThreadState_SetAsyncExc(ident, exceptionClass);
      }
      if (before == IN_HOST_FUNCTION && thread != null) {
        interrupted = true;
        thread.interrupt();
      }
      control = before;
    }
  }

  /** Tells whether the script has gone on for so long that it must be catching stops. */
  boolean catchesStops() {
    return nanosSinceStop() >= INSIST_NANOS;
  }

  /** Begins to insist on the stop, unless the script has been left; on the run's thread. */
  boolean insist() {
    insisted = isStopping() && !left;
    return insisted;
  }

  /** Takes note, on the run's thread, that the script's code has been left. Attached. */
  void leaveCode() {
    left = true;
    if (insisted) {
      insisted = false;
      InsistentStop.end();
    }
  }

  /** Wakes the run's thread if what was raised in it has had time to end it, and has not. */
  void wakeIfDue() {
    if (nanosSinceStop() >= WAKE_NANOS) {
      wake();
    }
  }

  /** Wakes the run's thread if it waits in a C function. Any thread, attached or not. */
  void wake() {
    if (CONTROL.compareAndSet(this, RUNNING, ASKING)) {
      woken = true;
      WakeSignal.send(this);
      control = RUNNING;
    }
  }

  /** Tells whether a stop may be raised in it now. */
  boolean isStopping() {
    return stop != null && control != ENDED;
  }

  /** Ends the run and takes back a stop that has not been raised yet. Attached. */
  void end() {
    while (!CONTROL.compareAndSet(this, RUNNING, ENDED)) {
      Thread.onSpinWait(); // somebody wakes it at this moment
    }
    takeBack();
  }

  private void takeBack() {
    leaveCode();
    left = false;
    raisedNanos = 0;
    if (woken) {
      woken = false;
      WakeSignal.release(this);
    }
    if (asked) {
      asked = false;
      PendingStop.absorb(ident);
    }
  }
}

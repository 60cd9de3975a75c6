package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One call of an engine while it may be stopped or held: by whom it was asked, and what it runs.
 */
final class ActiveRun {

  // A script polls its Run, which is told by stop(). A host function does not poll, so a stop
  // interrupts its thread; that interrupt is taken back at the end, when no other can come any
  // more.

  /** From when on a run that was asked to stop counts as stuck, if nobody says so before. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final VarHandle STOP;

  static {
    try {
      STOP = MethodHandles.lookup().findVarHandle(ActiveRun.class, "stop", Stop.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String what;

  /** Whose interrupt stops the run; null for a started run, which only its waiters interrupt. */
  private final @Nullable Thread caller;

  private final long wallTimeNanos;
  private final Deque<Run> runs =
      new ArrayDeque<>(); // nested, the innermost first; by this monitor
  private long deadline;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Stop stop;
  private volatile long stopNanos;
  private volatile boolean inHost;
  private volatile boolean paused;
  private volatile boolean awaitedInVain;
  private boolean interrupted; // by this monitor
  private boolean ended; // by this monitor

  /**
   * Makes one.
   *
   * @param what a script's or function's name, for messages
   */
  ActiveRun(String what, @Nullable Thread caller, Duration wallTime) {
    this.what = what;
    this.caller = caller;
    this.wallTimeNanos = wallTime.isZero() ? 0 : wallTime.toNanos();
  }

  /** Returns the name of the script or function that runs. */
  String what() {
    return what;
  }

  /** Begins on the calling thread. */
  void begin() {
    if (wallTimeNanos != 0) {
      deadline = System.nanoTime() + wallTimeNanos;
    }
    thread = Thread.currentThread();
  }

  /** Ends on its thread: nobody's interrupt or stop comes after this. */
  synchronized void end() {
    ended = true;
    thread = null;
    if (stop == Stop.INTERRUPT && Thread.currentThread().equals(caller)) {
      Thread.currentThread().interrupt(); // the caller's own, which a host function may have taken
    } else if (interrupted) {
      boolean _ = Thread.interrupted();
    }
  }

  /** Tells whether the calling thread runs it. */
  boolean isOnThisThread() {
    return Thread.currentThread().equals(thread);
  }

  /** Begins to run a script, perhaps within a host function of this run. */
  synchronized void push(Run run) {
    runs.push(run);
    Stop by = stop;
    if (by != null) {
      run.stop(new StoppedException(by));
    } else if (paused) {
      run.interrupt(this::hold);
    }
  }

  /** Waits while it is held; then ends it if it is to stop. On the run's thread, where it polls. */
  private void hold() {
    while (isHeld()) {
      LockSupport.park(this); // returns at once if interrupted, until the watch has seen that
    }
    check();
  }

  /** Returns what runs now; null before anything does. */
  synchronized @Nullable Run innermost() {
    return runs.peek();
  }

  /** Ends what {@link #push} began. */
  synchronized void pop() {
    runs.pop();
  }

  /** Takes note that functions have come or gone. On the run's thread. */
  synchronized void relink() {
    runs.forEach(Run::relink);
  }

  /** Asks the run to stop; the first to ask is named in the error. */
  void requestStop(Stop by) {
    if (STOP.compareAndSet(this, null, by)) {
      stopNanos = System.nanoTime();
    }
    passOn();
  }

  private synchronized void passOn() {
    Stop by = stop;
    if (ended || by == null) {
      return;
    }
    runs.forEach(run -> run.stop(new StoppedException(by)));
    Thread running = thread;
    if (running != null) {
      if (inHost) {
        interrupted = true;
        running.interrupt();
      }
      LockSupport.unpark(running); // held, or asleep
    }
  }

  /** Returns who asked it to stop, null if nobody did. */
  @Nullable Stop stop() {
    return stop;
  }

  /**
   * Throws if the run is to stop.
   *
   * @throws StoppedException to end it
   */
  void check() {
    Stop by = stop;
    if (by != null) {
      throw new StoppedException(by);
    }
  }

  /** Holds the script where it next polls. */
  synchronized void pause() {
    paused = true;
    runs.forEach(run -> run.interrupt(this::hold));
  }

  /** Lets it go on. */
  void resume() {
    paused = false;
    LockSupport.unpark(thread);
  }

  /** Tells whether it is to wait. */
  boolean isHeld() {
    return paused && stop == null;
  }

  /**
   * Enters a host function on the run's thread: a stop now interrupts it.
   *
   * @return what {@link #leaveHost} takes
   */
  boolean enterHost() {
    boolean before = inHost;
    inHost = true;
    return before;
  }

  /** Begins or ends to run a script within a host function; returns what it was before. */
  boolean setInHost(boolean value) {
    boolean before = inHost;
    inHost = value;
    return before;
  }

  /**
   * Leaves a host function.
   *
   * @throws StoppedException if the run is to stop
   */
  void leaveHost(boolean before) {
    inHost = before;
  }

  /** Takes note of an interrupt or an over-long run. The watching thread. */
  void look(long now) {
    if (stop == null) {
      if (caller != null && caller.isInterrupted()) {
        requestStop(Stop.INTERRUPT);
      } else if (wallTimeNanos != 0 && thread != null && now - deadline >= 0) {
        requestStop(Stop.WALL_TIME);
      }
    }
  }

  /** Takes note that somebody waited for the end of a stopped run, for as long as was wanted. */
  void setAwaitedInVain() {
    awaitedInVain = true;
  }

  /** Tells whether it was asked to stop, and does not: a host function does not return. */
  boolean isStuck() {
    return stop != null
        && thread != null
        && (awaitedInVain || System.nanoTime() - stopNanos >= STUCK_NANOS);
  }
}

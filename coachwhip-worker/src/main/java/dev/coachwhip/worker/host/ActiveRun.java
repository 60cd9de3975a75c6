package dev.coachwhip.worker.host;

import dev.coachwhip.spi.RunQueue;
import dev.coachwhip.worker.protocol.ToWorker;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One call of an engine while it may be stopped: it is asked to, and when it has not stopped after
 * a short while, its process is ended.
 */
final class ActiveRun {

  /** How long a script has to stop by itself before its process is ended. */
  static final Duration GRACE = Duration.ofMillis(150);

  private static final AtomicLong NUMBERS = new AtomicLong();

  /**
   * The thread whose interrupt stops the run; null for a started run, which only its waiters can
   * interrupt.
   */
  private final @Nullable Thread caller;

  private volatile long number;
  private RunQueue.@Nullable Turn turn;
  private @Nullable Worker worker;
  private @Nullable Thread inHostFunction;
  private boolean interrupted;
  private boolean ended;
  private @Nullable Stop stop;
  private Runnable whenKilled = () -> {};
  private @Nullable Future<?> deadline;
  private @Nullable Future<?> timeLimit;

  ActiveRun(@Nullable Thread caller) {
    this.caller = caller;
  }

  /** Returns the number that the worker knows it by; 0 before it has begun. */
  long number() {
    return number;
  }

  /** Returns how long it has waited for its turn, which has been granted. */
  synchronized long queueNanos() {
    RunQueue.Turn granted = turn;
    return granted == null ? 0 : granted.waitedNanos();
  }

  /** Takes the turn in which it runs. */
  synchronized void begin(RunQueue.Turn granted) {
    turn = granted;
  }

  /**
   * Begins in a worker.
   *
   * @param wallTime how long it may take; zero for no limit
   */
  void begin(Worker runsHere, Duration wallTime) {
    synchronized (this) {
      number = NUMBERS.incrementAndGet(); // not before: the worker relies on their order
      worker = runsHere;
      if (!wallTime.isZero()) {
        // The worker's engine keeps the limit itself; this is for a script that does not let it.
        timeLimit = Watch.later(wallTime.plus(GRACE), this::endForTime);
      }
    }
    if (stop() != null) {
      ask(GRACE);
    }
  }

  private void endForTime() {
    request(Stop.WALL_TIME);
    kill();
  }

  /** Returns who stopped it, null if nobody did. */
  synchronized @Nullable Stop stop() {
    return stop;
  }

  /**
   * Asks it to stop; the first to ask is named in the error.
   *
   * @param grace how long it has before its process is ended
   */
  void stop(Stop by, Duration grace) {
    if (request(by)) {
      ask(grace);
    }
  }

  private synchronized boolean request(Stop by) {
    if (stop == null) {
      stop = by;
    }
    return !ended && worker != null;
  }

  private void ask(Duration grace) {
    Worker runsHere;
    synchronized (this) {
      runsHere = ended ? null : worker;
      if (runsHere == null) {
        return;
      }
      cancel(deadline);
      deadline = Watch.later(grace, this::kill);
      wakeHostFunction();
    }
    // Not under the lock: it may wait for a process that does not read.
    runsHere.connection().noteAside(ToWorker.CANCEL, out -> out.putLong(number));
  }

  private void wakeHostFunction() {
    Thread thread = inHostFunction;
    if (thread != null && !interrupted) {
      interrupted = true;
      thread.interrupt();
    }
  }

  /** Has something done if the process is ended while the run's thread is in a host function. */
  synchronized void whenKilledInHostFunction(Runnable action) {
    whenKilled = action;
  }

  /** Ends the process if the run has not ended yet. */
  void kill() {
    Worker runsHere = ifRunning();
    if (runsHere == null) {
      return;
    }
    runsHere.kill();
    if (isInHostFunction()) {
      // Nothing of the script is left, and the next may run, however long the host's own function
      // goes on.
      whenKilled.run();
      end();
    }
  }

  private synchronized boolean isInHostFunction() {
    return !ended && inHostFunction != null;
  }

  private synchronized @Nullable Worker ifRunning() {
    return ended ? null : worker;
  }

  /**
   * Enters a host function; a stop now interrupts the thread.
   *
   * @return whether it is the outermost, which must be left by {@link #leaveHostFunction}
   */
  synchronized boolean enterHostFunction() {
    if (inHostFunction != null) {
      return false;
    }
    inHostFunction = Thread.currentThread();
    return true;
  }

  /** Leaves the outermost host function; an interrupt that was ours is not left to the caller. */
  synchronized void leaveHostFunction() {
    inHostFunction = null;
    if (interrupted) {
      interrupted = false;
      boolean callersOwn = Thread.currentThread().equals(caller) && stop == Stop.INTERRUPT;
      if (!callersOwn) {
        boolean _ = Thread.interrupted();
      }
    }
  }

  /** Ends it; nothing stops it any more, and the next may run. A second call does nothing. */
  void end() {
    RunQueue.Turn granted;
    synchronized (this) {
      ended = true;
      granted = turn;
      turn = null;
      cancel(deadline);
      cancel(timeLimit);
    }
    if (granted != null) {
      granted.leave();
    }
  }

  private static void cancel(@Nullable Future<?> later) {
    if (later != null) {
      boolean _ = later.cancel(false);
    }
  }
}

package dev.coachwhip.rhai;

import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.RunCounts;
import dev.coachwhip.spi.RunQueue;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the calls to one engine their turn, their thread, and the end that a stop or the engine's
 * close brings.
 */
final class EngineTurns {

  // One call, end to end: take a turn in the queue; work on this thread, or, where calls may nest
  // deeply, on the engine's own, whose stack is as large as it takes; leave. A call made by a host
  // function that this engine runs is part of the run: no turn, and no run of its own to stop.

  private static final Cleaner FORGOTTEN = Cleaner.create();
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

  /** How deeply calls may nest on a thread whose stack we do not know. */
  private static final int LEVELS_ON_ANY_THREAD = 128;

  /** Work of a run, given what is asked to stop. */
  interface RunWork extends Function<ActiveRun, ScriptValue> {}

  private final ScriptLimits limits;
  private final boolean runsOnCallers;
  private final RunQueue queue = new RunQueue();
  private final RunCounts counts = new RunCounts();
  private final EngineThread thread;
  private final RunWatch.Slot slot = RunWatch.watched(queue);
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes it for one engine.
   *
   * @param callLevels how deeply calls may nest
   */
  EngineTurns(ScriptLimits limits, int callLevels) {
    this.limits = limits;
    this.runsOnCallers = callLevels <= LEVELS_ON_ANY_THREAD;
    this.thread = new EngineThread(callLevels);
    FORGOTTEN.register(this, new Ending(thread, slot));
  }

  /** Ends what an engine leaves behind that is forgotten and was never closed. */
  private record Ending(EngineThread thread, RunWatch.Slot slot) implements Runnable {
    @Override
    public void run() {
      thread.shutdown();
      RunWatch.forget(slot);
    }
  }

  /** Does short work in the engine's turn that runs no script. */
  <T> T inTurn(Supplier<T> work) {
    requireUsable();
    if (isOnThisThread()) {
      return work.get();
    }
    RunQueue.Turn turn = enter();
    try {
      return work.get();
    } finally {
      turn.leave();
    }
  }

  /**
   * Does work in the engine's turn that may run for long, on behalf of the calling thread.
   *
   * @param what the name of the script or function
   */
  ScriptValue inRun(String what, RunWork work) {
    requireUsable();
    ActiveRun outer = slot.active();
    if (outer != null && outer.isOnThisThread()) {
      return nested(outer, work);
    }
    ActiveRun run = new ActiveRun(what, Thread.currentThread(), limits.wallTime());
    RunQueue.Turn turn = enter();
    try {
      return runsOnCallers
          ? counted(run, work, turn)
          : thread.call(() -> counted(run, work, turn), () -> run.requestStop(Stop.INTERRUPT));
    } finally {
      turn.leave();
    }
  }

  /** Does work that a host function asks for, as a part of the run that calls that function. */
  private ScriptValue nested(ActiveRun outer, RunWork work) {
    boolean before = outer.setInHost(false);
    try {
      return EngineErrors.translatingStops(
          limits,
          () -> {
            outer.check();
            return work.apply(outer);
          });
    } finally {
      outer.setInHost(before);
    }
  }

  /** Takes a place for a run that nobody waits for yet. */
  StartedRun start(String what, RunWork work) {
    requireUsable();
    ActiveRun toStop = new ActiveRun(what, null, limits.wallTime());
    StartedRun run = new StartedRun(toStop, (active, turn) -> runUnlessClosed(active, work, turn));
    run.enqueue(queue, thread);
    return run;
  }

  private ScriptValue runUnlessClosed(ActiveRun run, RunWork work, RunQueue.Turn turn) {
    if (closed.get()) {
      throw EngineErrors.closedBefore();
    }
    return counted(run, work, turn);
  }

  private ScriptValue counted(ActiveRun run, RunWork work, RunQueue.Turn turn) {
    return counts.timed("rhai", run.what(), turn.waitedNanos(), () -> tracked(run, work));
  }

  private ScriptValue tracked(ActiveRun run, RunWork work) {
    run.begin();
    slot.begin(run);
    try {
      return EngineErrors.translatingStops(
          limits,
          () -> {
            run.check();
            return work.apply(run);
          });
    } finally {
      slot.end();
      run.end();
    }
  }

  private RunQueue.Turn enter() {
    RunQueue.Turn turn;
    try {
      turn = queue.enter();
    } catch (RunQueue.ExpelledException e) {
      throw EngineErrors.stuck(stuckRun());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineErrors.cancelled("interrupted while waiting for another call to this engine");
    }
    if (closed.get()) {
      turn.leave();
      throw EngineErrors.cancelled("the engine was closed while the call waited");
    }
    return turn;
  }

  private String stuckRun() {
    ActiveRun active = slot.active();
    return active == null ? "" : active.what();
  }

  /**
   * Does nothing while the engine is open.
   *
   * @throws IllegalStateException if it is closed
   */
  void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("the engine is closed");
    }
  }

  private void requireUsable() {
    requireOpen();
    ActiveRun active = slot.active();
    if (active != null && active.isStuck() && !active.isOnThisThread()) {
      throw EngineErrors.stuck(active.what());
    }
  }

  /** Tells whether the calling thread runs a script of this engine. */
  boolean isOnThisThread() {
    return current() != null;
  }

  /** Returns the run that the calling thread is in, null for none. */
  @Nullable ActiveRun current() {
    ActiveRun active = slot.active();
    return active != null && active.isOnThisThread() ? active : null;
  }

  /** Tells whether {@link #close} was called. */
  boolean isClosed() {
    return closed.get();
  }

  /** Returns what the engine is able to do; any thread, never waits. */
  EngineStatus status() {
    if (closed.get()) {
      return EngineStatus.CLOSED;
    }
    ActiveRun active = slot.active();
    return active != null && active.isStuck() ? EngineStatus.STUCK : EngineStatus.READY;
  }

  /** Returns what has been done; any thread. */
  EngineMetrics metrics(long toScript, long fromScript) {
    return new EngineMetrics(
        counts.runs(),
        counts.failures(),
        counts.cancellations(),
        Duration.ofNanos(queue.waitedNanos()),
        counts.runTime(),
        queue.waiting(),
        0,
        0,
        toScript,
        fromScript);
  }

  /**
   * Stops what runs, fails what waits, and waits a while for the last turn.
   *
   * @param free done in the last turn; short
   */
  void close(Runnable free) {
    if (closed.getAndSet(true)) {
      return;
    }
    ActiveRun active = slot.active();
    boolean inside = active != null && active.isOnThisThread();
    if (active != null) {
      active.requestStop(Stop.CLOSE);
    }
    CountDownLatch freed = new CountDownLatch(1);
    RunQueue.Turn _ =
        queue.enqueue(turn -> {
          free.run();
          RunWatch.forget(slot);
          turn.leave();
          thread.shutdown();
          freed.countDown();
        });
    if (!inside) {
      await(freed);
    }
  }

  private static void await(CountDownLatch freed) {
    try {
      // A host function that does not return keeps the globals; closing never throws.
      boolean _ = freed.await(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

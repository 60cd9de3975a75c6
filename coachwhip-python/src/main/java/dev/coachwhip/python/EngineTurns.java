package dev.coachwhip.python;

import dev.coachwhip.EngineMetrics;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.convert.ConversionCounts;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.DeferredReleases;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.ScopeOwner;
import dev.coachwhip.spi.FlightRecording;
import dev.coachwhip.spi.RunCounts;
import dev.coachwhip.spi.RunQueue;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives the calls to one engine their turn, their thread, and the end that a stop or the engine's
 * close brings.
 */
final class EngineTurns {

  // One call, end to end: take a turn in the queue; be attached on this thread, or on a service
  // thread where this one is virtual or its stack too small; work; detach; leave. A call made by a
  // host function that this engine runs is part of the call that runs it: no turn, and no run of
  // its own to stop.

  private static final Cleaner FORGOTTEN = Cleaner.create();
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

  /** Work done while attached. */
  interface Work<T extends @Nullable Object> extends Function<Attachment, T> {}

  /** Work that may run for long, and can be stopped. */
  interface RunWork {

    /**
     * Does the work. Attached.
     *
     * @param run what is asked to stop; null if this is part of another run
     */
    ScriptValue run(Attachment attachment, @Nullable ActiveRun run);
  }

  private final ScopeOwner engine;
  private final ScriptLimits limits;
  private final Runnable afterRun;
  private final @Nullable MeteredRuns metered;
  private final RunQueue queue = new RunQueue();
  private final RunCounts counts = new RunCounts();
  private final ThreadPoolExecutor thread = ServiceThreads.forEngine();
  private final RunWatch.Slot slot = RunWatch.watched(queue);
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes it for one engine.
   *
   * @param afterRun called attached after each run, when it can no longer be stopped
   */
  EngineTurns(ScopeOwner engine, ScriptLimits limits, Runnable afterRun) {
    this.engine = engine;
    this.limits = limits;
    this.afterRun = afterRun;
    this.metered = MeteredRuns.of(limits);
    FORGOTTEN.register(this, new Ending(thread, slot));
  }

  /**
   * Ends what an engine leaves behind that is forgotten and was never closed; keeps no reference to
   * it.
   */
  private record Ending(ThreadPoolExecutor thread, RunWatch.Slot slot) implements Runnable {
    @Override
    public void run() {
      thread.shutdown();
      RunWatch.forget(slot);
    }
  }

  /** Does work attached on this thread or a service thread, in nobody's turn. */
  <T extends @Nullable Object> T attached(Work<T> work) {
    Attachment own = scriptAttachment();
    return own != null ? onThread(own, work) : onServiceThread(ServiceThreads.SHARED, work);
  }

  /** Does short work in the engine's turn that runs no script. */
  <T extends @Nullable Object> T inTurn(Work<T> work) {
    requireUsable();
    Attachment own = Thread.currentThread().isVirtual() ? null : Attachment.ofCurrentThread();
    if (own != null && own.isInside(engine)) {
      return onThread(own, work);
    }
    RunQueue.Turn turn = enter();
    try {
      return own != null ? onThread(own, work) : onServiceThread(thread, work);
    } finally {
      turn.leave();
    }
  }

  /**
   * Does work in the engine's turn that may run for long, on behalf of the calling thread.
   *
   * @param what runs, for messages; null for a function without a name
   */
  ScriptValue inRun(@Nullable String what, RunWork work) {
    requireUsable();
    Attachment own = scriptAttachment();
    if (own != null && own.isInside(engine)) {
      return onThread(own, attachment -> nested(attachment, work));
    }
    // A caller that waits for a service thread passes its interrupt on itself.
    ActiveRun run = new ActiveRun(own == null ? null : Thread.currentThread(), limits.wallTime());
    if (what != null) {
      run.describe(what);
    }
    RunQueue.Turn turn = enter();
    return own != null ? runHere(own, run, work, turn) : runElsewhere(run, work, turn);
  }

  private ScriptValue runHere(Attachment own, ActiveRun run, RunWork work, RunQueue.Turn turn) {
    try {
      return onThread(own, attachment -> counted(attachment, run, work, turn));
    } finally {
      turn.leave();
    }
  }

  /** Has the engine's thread do the work; who waits for it goes his way if it is stuck. */
  private ScriptValue runElsewhere(ActiveRun run, RunWork work, RunQueue.Turn turn) {
    return ServiceThreads.callUnless(
        thread,
        () -> {
          try {
            return run(run, work, turn);
          } finally {
            turn.leave();
          }
        },
        () -> stop(run, ActiveRun.Stop.INTERRUPT),
        () -> run.isStuck() ? StuckRun.givenUp(run) : null);
  }

  /** Does work that a host function asks for, as a part of the run that calls that function. */
  private ScriptValue nested(Attachment attachment, RunWork work) {
    ActiveRun outer = runOf(attachment);
    boolean entered = outer != null && outer.enterScript();
    try {
      return work.run(attachment, null);
    } finally {
      if (entered && outer != null) {
        outer.leaveScript();
      }
    }
  }

  /** Takes a place for a run that nobody waits for yet. */
  PythonRun start(String what, RunWork work) {
    requireUsable();
    ActiveRun toStop = new ActiveRun(null, limits.wallTime());
    toStop.describe(what);
    PythonRun run = new PythonRun(toStop, (active, turn) -> runUnlessClosed(active, work, turn));
    run.enqueue(queue, thread);
    return run;
  }

  private ScriptValue runUnlessClosed(ActiveRun run, RunWork work, RunQueue.Turn turn) {
    if (closed.get()) {
      throw new ScriptCancelledException(
          ErrorDetails.of("python", "the engine was closed before the script began"));
    }
    return run(run, work, turn);
  }

  private ScriptValue run(ActiveRun run, RunWork work, RunQueue.Turn turn) {
    return onThread(
        Attachment.ofCurrentThread(), attachment -> counted(attachment, run, work, turn));
  }

  private ScriptValue counted(
      Attachment attachment, ActiveRun run, RunWork work, RunQueue.Turn turn) {
    counts.begin();
    Object event = FlightRecording.beginRun("python", run.what(), turn.waitedNanos());
    try {
      ScriptValue value = limited(attachment, run, work);
      FlightRecording.endRun(event, null);
      return value;
    } catch (Throwable t) {
      counts.fail(t);
      FlightRecording.endRun(event, t);
      throw t;
    }
  }

  private ScriptValue limited(Attachment attachment, ActiveRun run, RunWork work) {
    return metered == null
        ? tracked(attachment, run, work)
        : metered.checked(run, () -> tracked(attachment, run, work));
  }

  private ScriptValue tracked(Attachment attachment, ActiveRun run, RunWork work) {
    if (!limits.wallTime().isZero()) {
      WakeSignal.prepare(attachment);
    }
    run.begin(attachment.ident());
    slot.begin(run);
    try {
      if (run.stop() != null) {
        throw StoppedRun.error(run, limits, null);
      }
      DebugServer.traceThisThread(attachment);
      return metered == null ? work.run(attachment, run) : metered.count(attachment, run, work);
    } finally {
      run.end();
      afterRun.run();
      slot.end();
    }
  }

  private <T extends @Nullable Object> T onServiceThread(Executor executor, Work<T> work) {
    return ServiceThreads.call(
        executor, () -> onThread(Attachment.ofCurrentThread(), work), () -> {});
  }

  /** Returns this thread's attachment, null if no script must run on it. */
  private @Nullable Attachment scriptAttachment() {
    if (Thread.currentThread().isVirtual()) {
      return null;
    }
    Attachment attachment = Attachment.ofCurrentThread();
    return attachment.hasEnoughStack() || attachment.isInside(engine) ? attachment : null;
  }

  private <T extends @Nullable Object> T onThread(Attachment attachment, Work<T> work) {
    attachment.attach();
    Attachment.Scope before = attachment.enter(engine);
    try {
      return work.apply(attachment);
    } catch (LoneSurrogateException e) {
      throw new TypeConversionException(
          "text",
          String.valueOf(e.getMessage()),
          ErrorDetails.of("python", "found " + e.getMessage()).causedBy(e));
    } finally {
      attachment.leave(before);
      attachment.detach();
    }
  }

  private RunQueue.Turn enter() {
    RunQueue.Turn turn;
    try {
      turn = queue.enter();
    } catch (RunQueue.ExpelledException e) {
      throw StuckRun.refusal(slot.active());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScriptCancelledException(
          ErrorDetails.of("python", "interrupted while waiting for another call to this engine")
              .causedBy(e));
    }
    if (closed.get()) {
      turn.leave();
      throw new ScriptCancelledException(
          ErrorDetails.of("python", "the engine was closed while the call waited"));
    }
    return turn;
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

  /**
   * Does nothing while the engine takes calls.
   *
   * @throws IllegalStateException if it is closed
   * @throws dev.coachwhip.error.BackendException if it is stuck in a run of another thread
   */
  void requireUsable() {
    requireOpen();
    ActiveRun active = slot.active();
    if (active != null && active.isStuck() && !active.isOnThisThread()) {
      throw StuckRun.refusal(active);
    }
  }

  /** Returns what the engine is able to do; any thread, never waits. */
  EngineStatus status() {
    if (closed.get()) {
      return EngineStatus.CLOSED;
    }
    ActiveRun active = slot.active();
    return active != null && active.isStuck() ? EngineStatus.STUCK : EngineStatus.READY;
  }

  /** Tells whether {@link #close} was called. */
  boolean isClosed() {
    return closed.get();
  }

  /** Returns the run that the calling thread is in, null if it is in none that can be stopped. */
  @Nullable ActiveRun runOf(Attachment attachment) {
    ActiveRun active = slot.active();
    return active != null && active.isOn(attachment.ident()) ? active : null;
  }

  /** Returns what has been done; any thread. */
  EngineMetrics metrics(ConversionCounts conversions) {
    return new EngineMetrics(
        counts.runs(),
        counts.failures(),
        counts.cancellations(),
        Duration.ofNanos(queue.waitedNanos()),
        Duration.ofNanos(slot.busyNanos()),
        queue.waiting(),
        DeferredReleases.live(),
        DeferredReleases.pending(),
        conversions.toScript(),
        conversions.fromScript());
  }

  /** Returns where this engine shows what it runs; it does not keep the engine. */
  RunWatch.Slot slot() {
    return slot;
  }

  private static void stop(ActiveRun run, ActiveRun.Stop by) {
    run.requestStop(by);
    RunWatch.hurry();
  }

  /**
   * Stops what runs, fails what waits, and waits a while for the last turn.
   *
   * @param free done in the last turn, attached
   */
  void close(Runnable free) {
    if (closed.getAndSet(true)) {
      return;
    }
    ActiveRun active = slot.active();
    if (active != null) {
      stop(active, ActiveRun.Stop.CLOSE);
    }
    CompletableFuture<Boolean> freed = new CompletableFuture<>();
    queue.enqueue(turn -> thread.execute(() -> takeLastTurn(turn, free, freed)));
    if (!Attachment.isCurrentThreadInside(engine)) {
      await(freed);
    }
  }

  private void takeLastTurn(RunQueue.Turn turn, Runnable free, CompletableFuture<Boolean> freed) {
    try {
      onThread(
          Attachment.ofCurrentThread(),
          _ -> {
            free.run();
            return true;
          });
      RunWatch.forget(slot);
    } finally {
      turn.leave();
      thread.shutdown();
      freed.complete(true);
    }
  }

  private static void await(CompletableFuture<Boolean> freed) {
    try {
      freed.get(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // A script that does not stop keeps the globals until it does; closing never throws.
    }
  }
}

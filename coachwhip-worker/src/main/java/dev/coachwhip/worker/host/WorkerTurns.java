package dev.coachwhip.worker.host;

import dev.coachwhip.EngineMetrics;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.spi.RunCounts;
import dev.coachwhip.spi.RunQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Gives the calls to one engine their turn and a living worker. */
final class WorkerTurns {

  // One call, end to end: take a turn in the queue; see that there is a worker, or start one and
  // set in it what the host had set; send, wait, read; leave. A call made by a host function that
  // this engine's script calls is part of the conversation it is called in: no turn, and no run of
  // its own to stop.

  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

  private final WorkerSpec spec;
  private final CurrentWorker worker;
  private final RunQueue queue = new RunQueue();
  private final RunCounts counts = new RunCounts();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CallErrors errors;
  private volatile @Nullable ActiveRun active;

  WorkerTurns(WorkerEngine engine, WorkerSpec spec, Workers workers) {
    this.spec = spec;
    worker = new CurrentWorker(engine, spec, workers);
    errors = new CallErrors(spec, closed::get);
  }

  @Nullable ActiveRun active() {
    return active;
  }

  /** Tells whether the calling thread serves this engine's script. */
  boolean runsOnThisThread() {
    return worker.get().connection().isServing();
  }

  /** Tells whether the calling thread is in a call to the worker of the moment. */
  private boolean isInside() {
    return worker.get().connection().isConversing();
  }

  /** Makes a short call in the engine's turn. */
  <T> T inTurn(WorkerCall<T> call) {
    requireOpen();
    if (isInside()) {
      return errors.translated(null, call.what(), () -> call.make(worker.get()));
    }
    RunQueue.Turn turn = enter();
    try {
      Worker living = worker.living(null);
      return errors.translated(null, call.what(), () -> call.make(living));
    } finally {
      turn.leave();
    }
  }

  /**
   * Makes a call in the engine's turn that may run for long, on behalf of the calling thread.
   *
   * @param only the worker that it must be made to; null for the one of the moment
   */
  <T> T inRun(@Nullable Worker only, WorkerCall<T> call) {
    requireOpen();
    if (isInside()) {
      Worker now = worker.get(only);
      return errors.translated(
          null, call.what(), () -> call.make(now, WorkerCall.NO_RUN, () -> {}));
    }
    ActiveRun run = new ActiveRun(Thread.currentThread());
    run.begin(enter());
    return inRun(run, only, call);
  }

  private <T> T inRun(ActiveRun run, @Nullable Worker only, WorkerCall<T> call) {
    return counts.timed(
        spec.backend(), call.what(), run.queueNanos(), () -> uncounted(run, only, call));
  }

  private <T> T uncounted(ActiveRun run, @Nullable Worker only, WorkerCall<T> call) {
    try {
      requireNotClosed();
      Worker living = livingFor(run, only);
      active = run;
      return errors.translated(
          run,
          call.what(),
          () -> {
            run.begin(living, spec.config().limits().wallTime());
            return call.make(living, run.number(), () -> run.stop(Stop.INTERRUPT, ActiveRun.GRACE));
          });
    } finally {
      active = null;
      run.end();
    }
  }

  /** An interrupt while a worker starts stops the run. */
  private Worker livingFor(ActiveRun run, @Nullable Worker only) {
    try {
      return worker.living(only);
    } catch (BackendException e) {
      if (Thread.currentThread().isInterrupted()) {
        run.stop(Stop.INTERRUPT, ActiveRun.GRACE);
        throw errors.stopped(Stop.INTERRUPT, e);
      }
      throw e;
    }
  }

  /** Returns what has been done; what workers hold and convert is not counted. */
  EngineMetrics metrics() {
    return new EngineMetrics(
        counts.runs(),
        counts.failures(),
        counts.cancellations(),
        Duration.ofNanos(queue.waitedNanos()),
        counts.runTime(),
        queue.waiting(),
        0,
        0,
        0,
        0);
  }

  /** Takes a place for a run that nobody waits for yet. */
  ScriptRun start(WorkerCall<ScriptValue> call) {
    requireOpen();
    worker.requireNotLeftBehind();
    ActiveRun run = new ActiveRun(null);
    WorkerRun started = new WorkerRun(spec.backend(), run, () -> inRun(run, null, call));
    started.enqueue(queue);
    return started;
  }

  /**
   * Makes a call in nobody's turn.
   *
   * @param only the worker to call; null for the one of the moment
   */
  <T> T aside(@Nullable Worker only, WorkerCall<T> call) {
    requireOpen();
    if (only != null && !only.isAlive()) {
      throw Deaths.ofReference(spec.backend());
    }
    Worker asked = only != null ? only : worker.get();
    return asked.isAlive()
        ? errors.translated(null, call.what(), () -> call.make(asked))
        : inTurn(call);
  }

  private RunQueue.Turn enter() {
    worker.requireNotLeftBehind();
    RunQueue.Turn turn;
    try {
      turn = queue.enter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScriptCancelledException(
          ErrorDetails.of(
                  spec.backend(), "interrupted while waiting for another call to this engine")
              .causedBy(e));
    }
    if (closed.get()) {
      turn.leave();
      throw closedWhileWaiting();
    }
    return turn;
  }

  private void requireNotClosed() {
    if (closed.get()) {
      throw closedWhileWaiting();
    }
  }

  private ScriptCancelledException closedWhileWaiting() {
    return new ScriptCancelledException(
        ErrorDetails.of(spec.backend(), "the engine was closed while the call waited"));
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

  boolean isClosed() {
    return closed.get();
  }

  /** Stops what runs, fails what waits, and ends the process. */
  void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    ActiveRun running = active;
    if (running != null) {
      running.stop(Stop.CLOSE, ActiveRun.GRACE);
    }
    CompletableFuture<Boolean> freed = new CompletableFuture<>();
    queue.enqueue(turn -> Watch.RUNS.execute(() -> takeLastTurn(turn, freed)));
    if (!runsOnThisThread()) {
      await(freed);
    }
  }

  private void takeLastTurn(RunQueue.Turn turn, CompletableFuture<Boolean> freed) {
    try {
      worker.close();
    } finally {
      turn.leave();
      freed.complete(true);
    }
  }

  private static void await(CompletableFuture<Boolean> freed) {
    try {
      freed.get(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // A host function that does not return keeps the turn; closing never throws.
    }
  }
}

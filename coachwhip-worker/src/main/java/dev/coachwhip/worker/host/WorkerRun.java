package dev.coachwhip.worker.host;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.spi.RunQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A started run: waits in the engine's queue without a thread, then runs on one of ours. */
final class WorkerRun implements ScriptRun {

  /** How long the end of a killed process may take. */
  private static final Duration DYING = Duration.ofSeconds(5);

  private final String backend;
  private final ActiveRun active;
  private final Supplier<ScriptValue> work;
  private final Result result = new Result();
  private final CountDownLatch ended = new CountDownLatch(1);
  private RunState state = RunState.QUEUED;
  private volatile RunQueue.@Nullable Turn turn;

  /** The future users see: cancelling it stops the script. */
  private final class Result extends CompletableFuture<ScriptValue> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        stop(Stop.CANCEL, ActiveRun.GRACE);
      }
      return cancelled;
    }
  }

  WorkerRun(String backend, ActiveRun active, Supplier<ScriptValue> work) {
    this.backend = backend;
    this.active = active;
    this.work = work;
    active.whenKilledInHostFunction(() ->
        finish(
            RunState.CANCELLED,
            null,
            new ScriptCancelledException(
                ErrorDetails.of(backend, "the script was cancelled inside a host function"))));
  }

  /** Takes a place in the queue. */
  void enqueue(RunQueue queue) {
    turn = queue.enqueue(granted -> Watch.RUNS.execute(() -> run(granted)));
  }

  private void run(RunQueue.Turn granted) {
    active.begin(granted);
    setState(RunState.RUNNING);
    try {
      finish(RunState.SUCCEEDED, work.get(), null);
    } catch (ScriptCancelledException e) {
      finish(RunState.CANCELLED, null, e);
    } catch (Throwable t) {
      finish(RunState.FAILED, null, t);
    } finally {
      active.end();
    }
  }

  private synchronized void setState(RunState next) {
    if (!state.isFinished()) {
      state = next;
    }
  }

  private void finish(RunState how, @Nullable ScriptValue value, @Nullable Throwable error) {
    setState(how);
    ended.countDown();
    if (error != null) {
      result.completeExceptionally(error);
    } else if (value != null) {
      result.complete(value);
    }
  }

  private void stop(Stop by, Duration grace) {
    RunQueue.Turn place = turn;
    if (place != null && place.abandon()) {
      finish(
          RunState.CANCELLED,
          null,
          new ScriptCancelledException(
              ErrorDetails.of(backend, "the script was cancelled before it began")));
    } else {
      active.stop(by, grace);
    }
  }

  @Override
  public ScriptValue join() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
          stop(Stop.INTERRUPT, ActiveRun.GRACE);
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public CompletableFuture<ScriptValue> result() {
    return result;
  }

  @Override
  public CancelOutcome cancel(Duration wait) {
    if (state().isFinished()) {
      return CancelOutcome.ALREADY_FINISHED;
    }
    Duration half = wait.dividedBy(2);
    stop(
        Stop.CANCEL, wait.isZero() || half.compareTo(ActiveRun.GRACE) > 0 ? ActiveRun.GRACE : half);
    awaitEnd(wait);
    if (!wait.isZero() && !state().isFinished()) {
      active.kill();
      awaitEnd(DYING);
    }
    return switch (state()) {
      case CANCELLED -> CancelOutcome.STOPPED;
      case SUCCEEDED, FAILED -> CancelOutcome.ALREADY_FINISHED;
      case QUEUED, RUNNING, PAUSED -> CancelOutcome.STILL_RUNNING;
    };
  }

  private void awaitEnd(Duration wait) {
    try {
      boolean _ = ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void pause() {
    throw new UnsupportedOperationException("the backend " + backend + " cannot pause a script");
  }

  @Override
  public void resume() {
    throw new UnsupportedOperationException("the backend " + backend + " cannot pause a script");
  }

  @Override
  public synchronized RunState state() {
    return state;
  }
}

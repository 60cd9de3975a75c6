package dev.coachwhip.rhai;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.spi.RunQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A started run: waits in the engine's queue without a thread, then runs on the engine's thread.
 */
final class StartedRun implements ScriptRun {

  private final ActiveRun active;
  private final BiFunction<ActiveRun, RunQueue.Turn, ScriptValue> work;
  private final Result result = new Result();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile RunState state = RunState.QUEUED;
  private volatile RunQueue.@Nullable Turn turn;

  /** The future users see: cancelling it stops the script. */
  private final class Result extends CompletableFuture<ScriptValue> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        requestStop(Stop.CANCEL);
      }
      return cancelled;
    }
  }

  StartedRun(ActiveRun active, BiFunction<ActiveRun, RunQueue.Turn, ScriptValue> work) {
    this.active = active;
    this.work = work;
  }

  /** Takes a place in the queue; the run is done by the thread given. */
  void enqueue(RunQueue queue, EngineThread thread) {
    turn = queue.enqueue(granted -> handOver(granted, thread), this::expelled);
  }

  private void expelled() {
    // What waits for the result may run at once, and is none of the watch's business.
    Thread _ =
        Thread.startVirtualThread(() -> finish(RunState.FAILED, null, EngineErrors.stuck("")));
  }

  private void handOver(RunQueue.Turn granted, EngineThread thread) {
    try {
      thread.execute(() -> runInTurn(granted));
    } catch (RejectedExecutionException e) { // closed since it was queued
      finish(RunState.CANCELLED, null, EngineErrors.closedBefore());
      granted.leave();
    }
  }

  private void runInTurn(RunQueue.Turn granted) {
    try {
      run(granted);
    } finally {
      granted.leave();
    }
  }

  private void run(RunQueue.Turn granted) {
    state = RunState.RUNNING;
    try {
      finish(RunState.SUCCEEDED, work.apply(active, granted), null);
    } catch (ScriptCancelledException e) {
      finish(RunState.CANCELLED, null, e);
    } catch (Throwable t) {
      finish(RunState.FAILED, null, t);
    }
  }

  private void finish(RunState how, @Nullable ScriptValue value, @Nullable Throwable error) {
    state = how;
    ended.countDown();
    if (error != null) {
      result.completeExceptionally(error);
    } else if (value != null) {
      result.complete(value);
    }
  }

  private void requestStop(Stop by) {
    active.requestStop(by);
    RunQueue.Turn place = turn;
    if (place != null && place.abandon()) {
      finish(
          RunState.CANCELLED,
          null,
          EngineErrors.cancelled("the script was cancelled before it began"));
    }
  }

  @Override
  public ScriptValue join() {
    return EngineThread.await(result, () -> requestStop(Stop.INTERRUPT));
  }

  @Override
  public CompletableFuture<ScriptValue> result() {
    return result;
  }

  @Override
  public CancelOutcome cancel(Duration wait) {
    if (state.isFinished()) {
      return CancelOutcome.ALREADY_FINISHED;
    }
    requestStop(Stop.CANCEL);
    if (isAwaitedInVain(wait)) {
      active.setAwaitedInVain();
    }
    return switch (state) {
      case CANCELLED -> CancelOutcome.STOPPED;
      case SUCCEEDED, FAILED -> CancelOutcome.ALREADY_FINISHED;
      case QUEUED, RUNNING, PAUSED -> CancelOutcome.STILL_RUNNING;
    };
  }

  private boolean isAwaitedInVain(Duration wait) {
    try {
      return !ended.await(wait.toNanos(), TimeUnit.NANOSECONDS) && wait.isPositive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void pause() {
    active.pause();
  }

  @Override
  public void resume() {
    active.resume();
  }

  @Override
  public RunState state() {
    RunState now = state;
    return now == RunState.RUNNING && active.isHeld() ? RunState.PAUSED : now;
  }
}

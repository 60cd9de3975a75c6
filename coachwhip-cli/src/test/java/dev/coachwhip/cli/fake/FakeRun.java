package dev.coachwhip.cli.fake;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A run on a thread of its own; its script asks {@link #await} to wait for being stopped. */
final class FakeRun implements ScriptRun {

  private final CompletableFuture<ScriptValue> result = new CompletableFuture<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Duration wallTime;

  FakeRun(Duration wallTime) {
    this.wallTime = wallTime;
  }

  interface Body {
    ScriptValue run() throws InterruptedException;
  }

  void start(Body body) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            result.complete(body.run());
          } catch (InterruptedException | RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
  }

  /** Waits until the run is cancelled or its time is over, and fails accordingly. */
  ScriptValue await() throws InterruptedException {
    if (wallTime.isZero()) {
      stop.await();
    } else if (!stop.await(wallTime.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new LimitExceededException(
          "wallTime", wallTime.toString(), ErrorDetails.of("fake", "ran longer than " + wallTime));
    }
    throw new ScriptCancelledException(ErrorDetails.of("fake", "cancelled"));
  }

  @Override
  public ScriptValue join() {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ScriptException error ? error : e;
    }
  }

  @Override
  public CompletableFuture<ScriptValue> result() {
    return result;
  }

  @Override
  public CancelOutcome cancel(Duration wait) {
    stop.countDown();
    try {
      result.handle((value, error) -> true).get(wait.toNanos(), TimeUnit.NANOSECONDS);
      return CancelOutcome.STOPPED;
    } catch (Exception e) {
      return CancelOutcome.STILL_RUNNING;
    }
  }

  @Override
  public void pause() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void resume() {
    throw new UnsupportedOperationException();
  }

  @Override
  public RunState state() {
    return result.isDone() ? RunState.FAILED : RunState.RUNNING;
  }
}

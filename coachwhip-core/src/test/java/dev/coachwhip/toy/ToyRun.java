package dev.coachwhip.toy;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptValue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A started run. Cancelling its future does not stop the script, as no language promises at once.
 */
final class ToyRun implements ScriptRun {

  private final CompletableFuture<ScriptValue> result = new CompletableFuture<>();

  void complete(Supplier<ScriptValue> script) {
    try {
      result.complete(script.get());
    } catch (Throwable t) {
      result.completeExceptionally(t);
    }
  }

  @Override
  public ScriptValue join() {
    return result.join();
  }

  @Override
  public CompletableFuture<ScriptValue> result() {
    return result;
  }

  @Override
  public CancelOutcome cancel(Duration wait) {
    return result.isDone() ? CancelOutcome.ALREADY_FINISHED : CancelOutcome.STILL_RUNNING;
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
    return result.isDone() ? RunState.SUCCEEDED : RunState.RUNNING;
  }
}

package dev.coachwhip.worker.host;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.worker.protocol.NumberedObjects;
import dev.coachwhip.worker.protocol.ToWorker;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireReader;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Futures of the host's that a worker's script awaits. */
record HostStages(Worker worker, NumberedObjects objects, ValueCodec codec) {

  /** Tells the worker, when it is so far, what a future comes to. */
  void listen(WireReader in) {
    long number = in.getLong();
    objects
        .find(number, CompletionStage.class)
        .ifPresent(stage -> listen(number, (CompletionStage<?>) stage));
  }

  private void listen(long number, CompletionStage<?> stage) {
    var _ = stage.whenComplete((value, failure) -> settled(number, value, failure));
  }

  private void settled(long number, @Nullable Object value, @Nullable Throwable failure) {
    if (failure != null) {
      failed(number, cause(failure));
      return;
    }
    try {
      worker
          .connection()
          .noteAside(
              ToWorker.STAGE_SETTLED,
              out -> {
                out.putLong(number);
                out.putBoolean(true);
                codec.writeJava(out, value);
              });
    } catch (ScriptException e) {
      failed(number, e); // the value cannot be converted
    }
  }

  private void failed(long number, Throwable failure) {
    worker
        .connection()
        .noteAside(
            ToWorker.STAGE_SETTLED,
            out -> {
              out.putLong(number);
              out.putBoolean(false);
              codec.writeError(out, failure);
            });
  }

  /** A stage that depends on another one wraps the other's failure. */
  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Cancels a future, away from the thread that reads. */
  void cancel(WireReader in) {
    objects
        .find(in.getLong(), CompletionStage.class)
        .ifPresent(stage -> Watch.RUNS.execute(() -> cancel(stage)));
  }

  private static void cancel(CompletionStage<?> stage) {
    try {
      boolean _ = stage.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException e) {
      // A stage that only its maker can end; the script no longer waits for it.
    }
  }
}

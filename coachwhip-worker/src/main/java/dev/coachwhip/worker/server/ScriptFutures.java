package dev.coachwhip.worker.server;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.worker.protocol.ToHost;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Futures of scripts here that the host waits for. */
record ScriptFutures(HostSide host) {

  /** Tells the host what a future comes to. */
  void listen(long number) {
    host.objects()
        .find(number, CompletableFuture.class)
        .ifPresent(future -> listen(number, (CompletableFuture<?>) future));
  }

  private void listen(long number, CompletableFuture<?> future) {
    var _ = future.whenComplete((value, failure) -> settled(number, value, failure));
  }

  private void settled(long number, @Nullable Object value, @Nullable Throwable failure) {
    host.connection()
        .noteAside(
            ToHost.SETTLED,
            out -> {
              out.putLong(number);
              out.putBoolean(value instanceof ScriptValue);
              if (value instanceof ScriptValue result) {
                host.codec().writeValue(out, result);
              } else {
                host.codec()
                    .writeError(out, failure == null ? new CancellationException() : failure);
              }
            });
  }

  /** Cancels a future. */
  void cancel(long number) {
    host.objects()
        .find(number, CompletableFuture.class)
        .ifPresent(future -> host.later(() -> future.cancel(true)));
  }
}

package dev.coachwhip.worker.server;

import dev.coachwhip.worker.protocol.PendingFutures;
import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.WireReader;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Futures of the host's that scripts here await. */
final class HostStages {

  private final HostSide host;
  private final PendingFutures<@Nullable Object> pending = new PendingFutures<>();

  HostStages(HostSide host) {
    this.host = host;
  }

  /** Returns what completes as a future of the host's does. */
  RemoteStage stage(long number) {
    RemoteStage stage = new RemoteStage(host, number);
    pending.add(number, stage);
    host.tell(ToHost.LISTEN, number);
    return stage;
  }

  /** Completes what stands for a future of the host's. */
  void settle(WireReader in) {
    long number = in.getLong();
    CompletableFuture<@Nullable Object> stage = pending.take(number);
    host.release(number);
    if (stage == null) {
      return;
    }
    boolean succeeded = in.getBoolean();
    Object value = succeeded ? host.codec().readJava(in) : null;
    Throwable failure = succeeded ? null : host.codec().readError(in);
    // Not on this thread, which reads: whoever listens may have to wait for Python.
    host.later(() -> {
      boolean _ = failure == null ? stage.complete(value) : stage.completeExceptionally(failure);
    });
  }
}

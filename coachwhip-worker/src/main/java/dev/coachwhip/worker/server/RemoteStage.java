package dev.coachwhip.worker.server;

import dev.coachwhip.worker.protocol.ToHost;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A future of the host's; cancelling it cancels the host's. */
final class RemoteStage extends CompletableFuture<@Nullable Object> {

  private final HostSide host;
  private final long number;

  RemoteStage(HostSide host, long number) {
    this.host = host;
    this.number = number;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      host.tell(ToHost.CANCEL_STAGE, number);
    }
    return cancelled;
  }
}

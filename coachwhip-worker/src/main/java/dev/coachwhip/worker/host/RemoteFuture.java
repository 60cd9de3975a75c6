package dev.coachwhip.worker.host;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.worker.protocol.ToWorker;
import java.util.concurrent.CompletableFuture;

/** What a future of a worker's script comes to; cancelling it cancels the script's side. */
final class RemoteFuture extends CompletableFuture<ScriptValue> {

  private final Worker worker;
  private final long number;

  RemoteFuture(Worker worker, long number) {
    this.worker = worker;
    this.number = number;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      worker.tell(ToWorker.CANCEL_FUTURE, number);
    }
    return cancelled;
  }
}

package dev.coachwhip.worker.protocol;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Futures here that the other process completes, by its numbers.
 *
 * @param <T> what they complete with
 */
public final class PendingFutures<T extends @Nullable Object> {

  private final Map<Long, CompletableFuture<T>> futures = new ConcurrentHashMap<>();

  /** Makes an empty table. */
  public PendingFutures() {}

  /** Adds a future; the other process is to be asked for its outcome afterwards. */
  public void add(long number, CompletableFuture<T> future) {
    futures.put(number, future);
  }

  /** Returns a future that is to be completed now, and forgets it; null if there is none. */
  public @Nullable CompletableFuture<T> take(long number) {
    return futures.remove(number);
  }

  /** Fails all that are left. */
  public void failAll(RuntimeException reason) {
    for (CompletableFuture<T> future : futures.values()) {
      boolean _ = future.completeExceptionally(reason);
    }
    futures.clear();
  }
}

package dev.coachwhip.tests.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs something on a new thread of a kind that the test chooses, and hands over what it returned
 * or threw.
 */
public final class CallerThread {

  private static final long LONGEST_SECONDS = 120;

  private CallerThread() {}

  /** Runs on a platform thread with a stack of 1 MB, Java's usual size on most systems. */
  public static <T extends @Nullable Object> T withUsualStack(Supplier<T> work) {
    return on(task -> new Thread(null, task, "usual-stack", 1L << 20), work);
  }

  /** Runs on a virtual thread. */
  public static <T extends @Nullable Object> T virtual(Supplier<T> work) {
    return on(Thread.ofVirtual().factory(), work);
  }

  private static <T extends @Nullable Object> T on(ThreadFactory threads, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    threads
        .newThread(() -> {
          try {
            result.complete(work.get());
          } catch (Throwable t) {
            result.completeExceptionally(t);
          }
        })
        .start();
    return await(result);
  }

  private static <T extends @Nullable Object> T await(CompletableFuture<T> result) {
    try {
      return result.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError("no end within " + LONGEST_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.coachwhip.python;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads with large stacks that run Python for those who cannot: virtual threads, threads with small stacks, and started runs,
 * whose caller does not wait. As many as there are such runs at a time; idle ones end.
 */
final class ServiceThreads {

  /** Address space, not memory: only what is touched is taken. */
  private static final long STACK_BYTES = 16L << 20;

  private static final long IDLE_SECONDS = 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final ExecutorService POOL =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), ServiceThreads::thread);

  private ServiceThreads() {}

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "coachwhip-python-" + NUMBER.incrementAndGet(), STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs work on one of the threads; does not wait. */
  static void execute(Runnable work) {
    POOL.execute(work);
  }

  /**
   * Runs work on one of the threads and waits for its end, however long that takes.
   *
   * @param whenInterrupted called when the calling thread is interrupted meanwhile; its interrupted status is kept
   */
  static <T extends @Nullable Object> T call(Supplier<T> work, Runnable whenInterrupted) {
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(
        () -> {
          try {
            result.complete(work.get());
          } catch (Throwable t) {
            result.completeExceptionally(t);
          }
        });
    return await(result, whenInterrupted);
  }

  /** Waits for a result; throws what it failed with, itself. */
  static <T extends @Nullable Object> T await(CompletableFuture<T> result, Runnable whenInterrupted) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
          whenInterrupted.run();
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

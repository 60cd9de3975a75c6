package dev.coachwhip.rhai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One platform thread for the runs of one engine that nobody's thread waits with, or that need a
 * larger stack than their caller may have. Made when it is first needed, gone when idle for long.
 */
final class EngineThread {

  private static final long IDLE_SECONDS = 10;
  private static final long BASE_STACK_BYTES = 4L << 20;

  /** More than the frames of one call in a script take, interpreted by the JVM. */
  private static final long STACK_BYTES_PER_CALL = 4096;

  /** Leaving endless recursion, an exception takes some seconds to go through this. */
  private static final long LARGEST_STACK_BYTES = 256L << 20;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ThreadPoolExecutor executor;

  /**
   * Makes it.
   *
   * @param callLevels how deeply calls may nest
   */
  EngineThread(long callLevels) {
    long bytes =
        Math.min(LARGEST_STACK_BYTES, BASE_STACK_BYTES + callLevels * STACK_BYTES_PER_CALL);
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> thread(work, bytes));
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work, long stackBytes) {
    String name = "coachwhip-rhai-" + NUMBER.incrementAndGet();
    Thread thread = new Thread(null, work, name, stackBytes);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does work later.
   *
   * @throws java.util.concurrent.RejectedExecutionException if it has ended
   */
  void execute(Runnable work) {
    executor.execute(work);
  }

  /**
   * Does work while the calling thread waits.
   *
   * @param whenInterrupted called when the calling thread is interrupted meanwhile; its interrupted
   *     status is kept
   */
  <T> T call(Supplier<T> work, Runnable whenInterrupted) {
    CompletableFuture<T> result = new CompletableFuture<>();
    executor.execute(() -> {
      try {
        result.complete(work.get());
      } catch (Throwable t) {
        result.completeExceptionally(t);
      }
    });
    return await(result, whenInterrupted);
  }

  /** Waits for a result; throws what it failed with, itself. */
  static <T> T await(CompletableFuture<T> result, Runnable whenInterrupted) {
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

  /** Lets it end when its work is done. */
  void shutdown() {
    executor.shutdown();
  }
}

package dev.coachwhip.python;

import dev.coachwhip.python.interp.Attachment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Platform threads with large stacks that run Python for those who cannot: virtual threads, threads
 * with small stacks, and started runs, whose caller does not wait.
 */
final class ServiceThreads {

  private static final long IDLE_SECONDS = 30;
  private static final long REASON_MILLIS = 200;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** For short work outside any engine's turn; as many threads as there is such work at a time. */
  static final Executor SHARED =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          ServiceThreads::numbered);

  private ServiceThreads() {}

  /**
   * Returns one thread for the runs of one engine, made when it is first needed: what a script
   * keeps for its thread, such as a database connection, is there in the next run.
   */
  static ThreadPoolExecutor forEngine() {
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ServiceThreads::numbered);
  }

  private static Thread numbered(Runnable work) {
    return thread(Integer.toString(NUMBER.incrementAndGet()), work);
  }

  /** Returns a new daemon thread with a large stack, not yet started. */
  static Thread thread(String name, Runnable work) {
    Thread thread =
        new Thread(null, work, "coachwhip-python-" + name, Attachment.ownThreadStackBytes());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs work on another thread and waits for its end, however long that takes.
   *
   * @param whenInterrupted called when the calling thread is interrupted meanwhile; its interrupted
   *     status is kept
   */
  static <T extends @Nullable Object> T call(
      Executor executor, Supplier<T> work, Runnable whenInterrupted) {
    return await(submit(executor, work), whenInterrupted);
  }

  private static <T extends @Nullable Object> CompletableFuture<T> submit(
      Executor executor, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    executor.execute(() -> {
      try {
        result.complete(work.get());
      } catch (Throwable t) {
        result.completeExceptionally(t);
      }
    });
    return result;
  }

  /**
   * Runs work on another thread and waits for its end, unless there is a reason not to.
   *
   * @param reason asked now and then for what to throw instead of waiting on; null to wait on
   */
  static <T extends @Nullable Object> T callUnless(
      Executor executor,
      Supplier<T> work,
      Runnable whenInterrupted,
      Supplier<@Nullable RuntimeException> reason) {
    return awaitUnless(submit(executor, work), whenInterrupted, reason);
  }

  /** Waits for a result; throws what it failed with, itself. */
  static <T extends @Nullable Object> T await(
      CompletableFuture<T> result, Runnable whenInterrupted) {
    return await(result, CompletableFuture::get, whenInterrupted);
  }

  /** Waits for a result, as {@link #callUnless} does. */
  static <T extends @Nullable Object> T awaitUnless(
      CompletableFuture<T> result,
      Runnable whenInterrupted,
      Supplier<@Nullable RuntimeException> reason) {
    return await(result, future -> getUnless(future, reason), whenInterrupted);
  }

  private static <T extends @Nullable Object> T getUnless(
      CompletableFuture<T> result, Supplier<@Nullable RuntimeException> reason)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return result.get(REASON_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        RuntimeException found = reason.get();
        if (found != null) {
          throw found;
        }
      }
    }
  }

  /** A way to wait. */
  private interface Get<T extends @Nullable Object> {
    T from(CompletableFuture<T> result) throws InterruptedException, ExecutionException;
  }

  private static <T extends @Nullable Object> T await(
      CompletableFuture<T> result, Get<T> get, Runnable whenInterrupted) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return get.from(result);
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

package dev.coachwhip.worker.host;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of the host's side: one that knows when things are due, and as many as work needs. */
final class Watch {

  private static final long IDLE_SECONDS = 10;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final ScheduledThreadPoolExecutor LATER = later();

  /** Runs scripts whose caller does not wait, and what is due. */
  static final ThreadPoolExecutor RUNS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> daemon("run-" + NUMBER.incrementAndGet(), work));

  private Watch() {}

  private static ScheduledThreadPoolExecutor later() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, work -> daemon("watch", work));
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** Returns a new daemon thread, not yet started. */
  static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "coachwhip-worker-" + name);
    thread.setDaemon(true);
    return thread;
  }

  /** Does work after a while, unless it is cancelled before; killing a process takes its time. */
  static Future<?> later(Duration delay, Runnable work) {
    return LATER.schedule(() -> RUNS.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}

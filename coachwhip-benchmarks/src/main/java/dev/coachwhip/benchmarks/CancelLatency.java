package dev.coachwhip.benchmarks;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a cancel takes, from the call until it returns and says that the script has stopped.
 * Percentiles are what matters here, of few samples that must not come one right after the other,
 * so this is a program of its own and no JMH benchmark.
 */
public final class CancelLatency {

  private static final int SAMPLES = 200;
  private static final int WARM_UPS = 50;
  private static final Duration LONG = Duration.ofSeconds(10);

  /** Until a script that has said that it runs is where it is to be cancelled. */
  private static final long SETTLE_NANOS = 20_000_000;

  private CancelLatency() {}

  /** A row of the table: a script that calls {@code running()} and then never ends by itself. */
  private enum Case {
    LOOP("`while True: pass`", "running()\nwhile True: pass"),
    SWALLOW(
        "a loop that catches `Exception`",
        "running()\nwhile True:\n  try:\n    while True: pass\n  except Exception: pass"),
    SLEEP("`time.sleep(60)`", "import time\nrunning()\ntime.sleep(60)"),
    LOCK(
        "`lock.acquire()`",
        "import threading\nlock = threading.Lock()\nlock.acquire()\nrunning()\nlock.acquire()"),
    QUEUE("`queue.get()`", "import queue\nq = queue.Queue()\nrunning()\nq.get()"),
    SOCKET(
        "`socket.recv(1)`",
        "import socket\na, b = socket.socketpair()\nrunning()\nwith a, b: a.recv(1)"),
    AWAIT("`await asyncio.sleep(60)`", "import asyncio\nrunning()\nawait asyncio.sleep(60)"),
    HOST("a Java function that waits", "running()\nwait()");

    private final String label;
    private final String script;

    Case(String label, String script) {
      this.label = label;
      this.script = script;
    }
  }

  /**
   * Prints the table of {@code docs/performance.md}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println("| cancel of | median, ms | 99 of 100 below, ms | longest, ms |");
    System.out.println("| --- | --: | --: | --: |");
    for (Case each : Case.values()) {
      long[] nanos = measure(each);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f |%n",
          each.label,
          millis(nanos[nanos.length / 2]),
          millis(nanos[nanos.length * 99 / 100 - 1]),
          millis(nanos[nanos.length - 1]));
    }
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  /** Returns sorted samples. */
  private static long[] measure(Case each) {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      CountDownLatch never = new CountDownLatch(1);
      engine.registerFunction(
          "wait",
          _ -> {
            never.await();
            return null;
          });
      for (int i = 0; i < WARM_UPS; i++) {
        sample(engine, each);
      }
      long[] nanos = new long[SAMPLES];
      Arrays.setAll(nanos, _ -> sample(engine, each));
      Arrays.sort(nanos);
      return nanos;
    }
  }

  private static long sample(ScriptEngine engine, Case each) {
    CountDownLatch running = new CountDownLatch(1);
    engine.registerFunction(
        "running",
        _ -> {
          running.countDown();
          return null;
        });
    ScriptRun run = engine.start(ScriptSource.of(each.script));
    await(running);
    LockSupport.parkNanos(SETTLE_NANOS);
    long start = System.nanoTime();
    CancelOutcome outcome = run.cancel(LONG);
    long nanos = System.nanoTime() - start;
    if (outcome != CancelOutcome.STOPPED) {
      throw new IllegalStateException(each.label + ": " + outcome);
    }
    return nanos;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

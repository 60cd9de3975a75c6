package dev.coachwhip.benchmarks;

import dev.coachwhip.Isolation;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.worker.WorkerPool;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long calls to an engine in another process take, and its start. Percentiles are what matters
 * here, so this is a program of its own and no JMH benchmark.
 */
public final class WorkerLatency {

  private static final int CALLS = 20_000;
  private static final int WARM_UPS = 50_000;
  private static final int CALLBACKS = 20_000;
  private static final int STARTS = 15;

  private WorkerLatency() {}

  /**
   * Prints the table of {@code docs/performance.md}.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println("| in another process | median | 99 of 100 below |");
    System.out.println("| --- | --: | --: |");
    try (WorkerPool pool = WorkerPool.of(ScriptEngines.builder("python"), 1)) {
      pool.await();
      try (ScriptEngine engine = pool.engine()) {
        calls(engine);
      }
      starts(
          "from `engine()` to the first result, warm",
          () -> {
            pool.await();
            return pool::engine;
          });
    }
    starts(
        "from `build()` to the first result, cold",
        () -> () -> ScriptEngines.builder("python").isolation(Isolation.PROCESS).build());
  }

  private static void calls(ScriptEngine engine) {
    engine.registerFunction("twice", arguments -> 2 * arguments.asLong(0));
    engine.executeScript(
        "def identity(x): return x\ndef back(n):\n  for i in range(n): twice(i)\n");
    for (int i = 0; i < WARM_UPS; i++) {
      engine.call("identity", i);
    }
    long[] nanos = new long[CALLS];
    Arrays.setAll(nanos, i -> time(() -> engine.call("identity", i)));
    row("a call of `def identity(x): return x`", nanos, 1e3, "µs");
    engine.call("back", CALLBACKS);
    long[] back = new long[10];
    Arrays.setAll(back, _ -> time(() -> engine.call("back", CALLBACKS)) / CALLBACKS);
    row("a script's call of a host function, mean of 20,000", back, 1e3, "µs");
  }

  private static void starts(String label, Supplier<Supplier<ScriptEngine>> prepared) {
    long[] nanos = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      Supplier<ScriptEngine> start = prepared.get();
      ScriptEngine[] made = new ScriptEngine[1];
      nanos[i] =
          time(() -> {
            made[0] = start.get();
            made[0].executeScript("6 * 7");
          });
      made[0].close();
    }
    row(label, nanos, 1e6, "ms");
  }

  private static long time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static void row(String label, long[] nanos, double unit, String name) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f %s | %.1f %s |%n",
        label,
        nanos[nanos.length / 2] / unit,
        name,
        nanos[nanos.length * 99 / 100] / unit,
        name);
  }
}

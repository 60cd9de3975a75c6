package dev.coachwhip.benchmarks;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much slower scripts are under each limit. Engines with and without it take turns, and what is
 * compared is the processor time of the thread that runs the script: on a machine that others use
 * too, nothing else can be. So this is a program of its own and no JMH benchmark.
 */
public final class LimitCost {

  private static final int ROUNDS = 15;
  private static final long BEYOND_REACH = 1L << 50;
  private static final long STACK_BYTES = 64L << 20;

  private LimitCost() {}

  /** A row of the table. */
  @SuppressWarnings("ImmutableEnumChecker") // sources are immutable, but not marked so
  private enum Work {
    LOOP("a loop of three lines", 1, "n = 0\nfor i in range(100000):\n  n += i\n  n ^= 3"),
    FLOATS(
        "floats and branches in a function",
        1,
        """
        def orbit(steps):
          x, v, dt = 1.0, 0.0, 0.01
          for i in range(steps):
            a = -x
            v += a * dt
            x += v * dt
            if x > 2.0:
              x = 2.0
          return x
        orbit(50000)
        """),
    CALLS(
        "`fibonacci(19)`: calls",
        1,
        "def f(n):\n  if n < 2:\n    return n\n  return f(n - 1) + f(n - 2)\nf(19)"),
    ONE_LINE("a comprehension", 1, "sum([i & 7 for i in range(100000)])"),
    OBJECTS("a list of new texts", 1, "x = []\nfor i in range(50000):\n  x.append(str(i))"),
    IN_C(
        "`sorted` of 100,000 floats, in C", 1, "sorted([float(i ^ 21845) for i in range(100000)])"),
    TINY("`1 + 1`, as a whole run", 200, "1 + 1");

    private final String label;
    private final int repeats;
    private final ScriptSource source;

    Work(String label, int repeats, String text) {
      this.label = label;
      this.repeats = repeats;
      this.source = ScriptSource.of("<" + name() + ">", text);
    }
  }

  /** A column of the table. */
  @SuppressWarnings("ImmutableEnumChecker") // limits are immutable, but not marked so
  private enum Limit {
    NONE("none", ScriptLimits.none()),
    WALL_TIME("wall time", ScriptLimits.none().withWallTime(Duration.ofHours(1))),
    OUTPUT("output", ScriptLimits.none().withMaxOutputBytes(BEYOND_REACH)),
    OPERATIONS("operations", ScriptLimits.none().withMaxOperations(BEYOND_REACH)),
    CALL_DEPTH("call depth", ScriptLimits.none().withMaxCallDepth(Integer.MAX_VALUE)),
    MEMORY("memory", ScriptLimits.none().withMaxMemoryBytes(BEYOND_REACH));

    private final String label;
    private final ScriptLimits limits;

    Limit(String label, ScriptLimits limits) {
      this.label = label;
      this.limits = limits;
    }
  }

  /**
   * Prints the table of {@code docs/limits.md}.
   *
   * @param args none
   */
  public static void main(String[] args) throws InterruptedException {
    Thread thread = new Thread(null, LimitCost::measureAll, "limits", STACK_BYTES);
    thread.start();
    thread.join();
  }

  private static void measureAll() {
    StringBuilder head = new StringBuilder("| | none, us |");
    StringBuilder rule = new StringBuilder("| --- | --: |");
    for (Limit limit : Limit.values()) {
      if (limit != Limit.NONE) {
        head.append(' ').append(limit.label).append(" |");
        rule.append(" --: |");
      }
    }
    System.out.println(head + "\n" + rule);
    for (Work work : Work.values()) {
      System.out.println(row(work));
    }
  }

  private static String row(Work work) {
    Map<Limit, Double> micros = measure(work);
    double plain = micros.getOrDefault(Limit.NONE, 0.0);
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "| %s | %.1f |", work.label, plain));
    micros.forEach((limit, each) -> {
      if (limit != Limit.NONE) {
        row.append(String.format(Locale.ROOT, " x %.2f |", each / plain));
      }
    });
    return row.toString();
  }

  /** Returns medians. */
  private static Map<Limit, Double> measure(Work work) {
    Map<Limit, double[]> samples = new EnumMap<>(Limit.class);
    for (int round = 0; round < ROUNDS; round++) {
      for (Limit limit : Limit.values()) {
        samples.computeIfAbsent(limit, _ -> new double[ROUNDS])[round] = sample(work, limit);
      }
    }
    Map<Limit, Double> medians = new EnumMap<>(Limit.class);
    samples.forEach((limit, all) -> {
      Arrays.sort(all);
      medians.put(limit, all[ROUNDS / 2]);
    });
    return medians;
  }

  private static double sample(Work work, Limit limit) {
    try (ScriptEngine engine = ScriptEngines.builder("python").limits(limit.limits).build()) {
      engine.executeScript(work.source); // compiles
      long before = threadNanos();
      for (int i = 0; i < work.repeats; i++) {
        engine.executeScript(work.source);
      }
      return (threadNanos() - before) / 1000.0 / work.repeats;
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

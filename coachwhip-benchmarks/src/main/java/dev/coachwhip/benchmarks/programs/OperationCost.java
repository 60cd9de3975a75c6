package dev.coachwhip.benchmarks.programs;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import java.util.List;
import java.util.Locale;

/**
 * What a limit of operations costs Rhai programs. Engines with and without it take turns, and what
 * is compared is the processor time of the thread that runs the scripts.
 */
public final class OperationCost {

  private static final long BEYOND_REACH = 1L << 50;
  private static final int ROUNDS = 21;
  private static final double WARM_UP_MILLIS = 2000;

  private final Programs.Program program;
  private final ScriptSource source;

  private OperationCost(Programs.Program program) {
    this.program = program;
    source =
        ScriptSource.of(program.name() + ".rhai", program.text(new RhaiLanguage()).orElseThrow());
  }

  /**
   * Prints the table.
   *
   * @param args names of programs, all if there are none
   */
  public static void main(String[] args) {
    System.out.println("| | no limit, ms | with a limit, ms | ratio |\n| --- | --: | --: | --: |");
    for (Programs.Program program : Programs.named(List.of(args))) {
      System.out.print(new OperationCost(program).row());
    }
  }

  private String row() {
    try (ScriptEngine without = ScriptEngines.create("rhai");
        ScriptEngine with =
            ScriptEngines.builder("rhai")
                .limits(ScriptLimits.none().withMaxOperations(BEYOND_REACH))
                .build()) {
      double spent = 0;
      while (spent < WARM_UP_MILLIS) {
        spent += millis(without, 1) + millis(with, 1);
      }
      int times = (int) Math.clamp(20 / millis(without, 1), 1, 10_000);
      double[] unlimited = new double[ROUNDS];
      double[] limited = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        unlimited[i] = millis(without, times) / times;
        limited[i] = millis(with, times) / times;
      }
      double median = CpuTimes.median(unlimited);
      double other = CpuTimes.median(limited);
      return String.format(
          Locale.ROOT,
          "| `%s` | %.4f | %.4f | %.2f |%n",
          program.name(),
          median,
          other,
          other / median);
    }
  }

  private double millis(ScriptEngine engine, int times) {
    return CpuTimes.millis(() -> {
      for (int i = 0; i < times; i++) {
        engine.executeScript(source);
      }
    });
  }
}

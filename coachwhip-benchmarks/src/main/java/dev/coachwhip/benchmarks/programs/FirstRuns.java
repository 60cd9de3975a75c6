package dev.coachwhip.benchmarks.programs;

import java.util.Locale;

/**
 * How long a program takes that a fresh engine runs for the first time, compiling included, in a
 * JVM that other programs have warmed up. Prints the processor time of the thread that runs the
 * script, beside that of Rhai in Rust; the JVM's compilers run meanwhile in threads of their own.
 * One JVM measures one program, since the JVM would know it the second time.
 */
public final class FirstRuns {

  private static final int WARM_UPS = 3;

  private FirstRuns() {}

  /**
   * Prints a row of the table.
   *
   * @param args the program, then the language; Rhai if none is named
   */
  public static void main(String[] args) {
    Language language = Language.named(args.length > 1 ? args[1] : "rhai");
    Programs.Program program = Programs.named(args[0]);
    warmUp(language, program);
    double millis =
        CpuTimes.millis(() -> {
          try (Language.Evaluation evaluation = program.prepare(language)) {
            program.checked(evaluation.run());
          }
        });
    System.out.printf(
        Locale.ROOT,
        "| `%s` | %.0f | %.0f | %.1f |%n",
        program.name(),
        program.walkerMillis(),
        millis,
        program.walkerMillis() / millis);
  }

  private static void warmUp(Language language, Programs.Program without) {
    for (Programs.Program program : Programs.all()) {
      if (!program.equals(without) && program.text(language).isPresent()) {
        for (int i = 0; i < WARM_UPS; i++) {
          try (Language.Evaluation evaluation = program.prepare(language)) {
            program.checked(evaluation.run());
          }
        }
      }
    }
  }
}

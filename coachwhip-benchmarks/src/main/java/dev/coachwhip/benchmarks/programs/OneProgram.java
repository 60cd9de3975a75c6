package dev.coachwhip.benchmarks.programs;

/** A whole process that runs a program once; {@code program-times} times it. */
public final class OneProgram {

  private OneProgram() {}

  /**
   * Runs a program and prints its result.
   *
   * @param args the language and the program
   */
  public static void main(String[] args) {
    try (Language.Evaluation evaluation =
        Programs.named(args[1]).prepare(Language.named(args[0]))) {
      System.out.println(evaluation.run());
    }
  }
}

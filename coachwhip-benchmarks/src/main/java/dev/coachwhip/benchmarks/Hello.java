package dev.coachwhip.benchmarks;

/** The smallest program that runs Python with a contender; {@code start-times} times it. */
public final class Hello {

  private Hello() {}

  /**
   * Prints a line, from Python if a contender is named, from Java if none is.
   *
   * @param args nothing, or a contender's name
   */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.out.println("hello");
      return;
    }
    try (Contender python = Contender.open(args[0])) {
      python.run("print('hello')");
    }
  }
}

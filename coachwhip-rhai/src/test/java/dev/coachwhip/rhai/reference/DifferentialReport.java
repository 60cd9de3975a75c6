package dev.coachwhip.rhai.reference;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs scripts at random on the evaluator and the compiler and prints those that they do not agree
 * on.
 *
 * <pre>{@code
 * java dev.coachwhip.rhai.reference.DifferentialReport first-seed count
 * }</pre>
 */
public final class DifferentialReport {

  private DifferentialReport() {}

  /** Runs the seeds that the arguments say. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    long first = Long.parseLong(arguments[0]);
    long count = Long.parseLong(arguments[1]);
    FutureTask<Void> task = new FutureTask<>(() -> run(first, count), null);
    Thread thread = new Thread(null, task, "script", 256L << 20);
    thread.start();
    task.get();
  }

  private static void run(long first, long count) {
    int differences = 0;
    for (long seed = first; seed < first + count; seed++) {
      String script = ScriptGenerator.script(seed);
      Answer expected = new ScriptRunner(ProgramMaker.EVALUATOR).run(script);
      String actual = compiled(script, expected);
      if (!actual.isEmpty()) {
        differences++;
        System.out.println("seed " + seed + "\n" + script.indent(4).stripTrailing());
        System.out.println("  evaluator " + expected + "\n  compiler  " + actual);
      }
    }
    System.out.println(differences + " of " + count + " differ");
  }

  /** Returns what the compiled script answers if that is something else, or how it failed. */
  private static String compiled(String script, Answer expected) {
    try {
      Answer actual = new ScriptRunner(ProgramMaker.COMPILER).run(script);
      return expected.agreesWith(actual) ? "" : actual.toString();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return e.toString();
    }
  }
}

package dev.coachwhip.rhai.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs the cases and prints, topic by topic, which ones fail: one line of what Rhai answers, one of
 * what came, and the counts.
 *
 * <pre>{@code
 * java dev.coachwhip.rhai.reference.ConformanceReport [options] [topic or id]...
 *   --compiler   runs them on the compiler, not on the evaluator
 *   --script     prints the scripts of failures, too
 *   --messages   prints differences of messages, too (they do not count)
 *   --counts     prints counts only
 *   --file=PATH  runs the cases of a file, not those of the project
 * }</pre>
 *
 * <p>An argument chooses the cases whose id begins with it; without one all are run. {@code
 * ScriptReport} runs scripts that are not among the cases.
 */
public final class ConformanceReport {

  private final ScriptRunner runner;
  private final List<String> options;
  private int passed;
  private int failed;
  private final Map<String, Integer> failures = new TreeMap<>();

  private ConformanceReport(List<String> options) {
    this.options = options;
    runner =
        new ScriptRunner(
            options.contains("--compiler") ? ProgramMaker.COMPILER : ProgramMaker.EVALUATOR);
  }

  /** Runs what the arguments say. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    List<String> options = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    for (String argument : arguments) {
      (argument.startsWith("--") ? options : chosen).add(argument);
    }
    FutureTask<Void> task =
        new FutureTask<>(() -> {
          new ConformanceReport(options).run(chosen);
          return null;
        });
    // Like the engine's own threads: 64 call levels of the evaluator need some stack.
    Thread thread = new Thread(null, task, "script", 256L << 20);
    thread.start();
    task.get();
  }

  private void run(List<String> chosen) throws IOException {
    for (ConformanceCase each : cases()) {
      if (chosen.isEmpty() || chosen.stream().anyMatch(each.id()::startsWith)) {
        run(each);
      }
    }
    failures.forEach((topic, count) -> print(topic + ": " + count + " failed"));
    print(passed + " passed, " + failed + " failed");
  }

  private List<ConformanceCase> cases() throws IOException {
    String file = "--file=";
    for (String option : options) {
      if (option.startsWith(file)) {
        return ConformanceCase.in(Path.of(option.substring(file.length())));
      }
    }
    return ConformanceCase.all();
  }

  private void run(ConformanceCase each) {
    String actual;
    boolean same;
    try {
      Answer answer = runner.run(each.script());
      actual = answer.toString();
      same = each.answer().agreesWith(answer);
      if (same && options.contains("--messages") && !each.answer().saysTheSameAs(answer)) {
        printDifference(each, actual);
      }
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String place = trace.length == 0 ? "" : " at " + trace[0];
      actual = e + place;
      same = false;
    }
    if (same) {
      passed++;
      return;
    }
    failed++;
    failures.merge(each.topic(), 1, Integer::sum);
    if (!options.contains("--counts")) {
      printDifference(each, actual);
    }
  }

  private void printDifference(ConformanceCase each, String actual) {
    print(each.id());
    if (options.contains("--script")) {
      print(each.script().indent(4).stripTrailing());
    }
    print("  expected " + each.answer());
    print("  actual   " + actual);
  }

  private static void print(String line) {
    System.out.println(line);
  }
}

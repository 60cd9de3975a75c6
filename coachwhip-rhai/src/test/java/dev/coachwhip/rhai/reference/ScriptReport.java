package dev.coachwhip.rhai.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs scripts on the evaluator and prints what comes of each in a line: those given as arguments,
 * or, for an argument {@code @file}, those in a file, separated by lines of {@code ----}.
 */
public final class ScriptReport {

  private ScriptReport() {}

  /** Runs the arguments. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    for (String argument : arguments) {
      String text =
          argument.startsWith("@")
              ? Files.readString(Path.of(argument.substring(1)), StandardCharsets.UTF_8)
              : argument;
      for (String script : text.split("(?m)^----\n", -1)) {
        FutureTask<Void> task = new FutureTask<>(() -> run(script), null);
        Thread thread = new Thread(null, task, "script", 256L << 20);
        thread.start();
        task.get();
      }
    }
  }

  private static void run(String script) {
    System.out.println(script.strip().indent(4).stripTrailing());
    System.out.println("  " + new ScriptRunner(ProgramMaker.EVALUATOR).run(script));
  }
}

package dev.coachwhip.benchmarks;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;

/**
 * The executable of the interpreter that Coachwhip embeds, in a process of its own. It takes calls
 * through a pipe and tells how long each took, without the way there and back.
 */
final class ChildPython implements AutoCloseable {

  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;

  private ChildPython(Process process) {
    this.process = process;
    this.requests = process.outputWriter();
    this.answers = process.inputReader();
  }

  /**
   * Starts the process with a script that answers each line {@code function argument} with a time.
   */
  static ChildPython start(String script) {
    try {
      return new ChildPython(
          new ProcessBuilder(executable(), "-c", script)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String executable() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      return engine.executeScript("import sys; sys.executable").asString();
    }
  }

  long nanosOf(String function, long argument) {
    try {
      requests.write(function + " " + argument + "\n");
      requests.flush();
      return Long.parseLong(Objects.requireNonNull(answers.readLine(), "the process has ended"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}

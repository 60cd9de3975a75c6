package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.cli.json.RunReport;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reports to a program: one JSON object on the output, with what the script printed inside it. */
public final class JsonReporter implements Reporter {

  private final Surroundings surroundings;
  private final boolean stackTraces;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errorOutput = new ByteArrayOutputStream();

  /**
   * Makes it.
   *
   * @param stackTraces whether to print Java stack traces to the error output
   */
  public JsonReporter(Surroundings surroundings, boolean stackTraces) {
    this.surroundings = surroundings;
    this.stackTraces = stackTraces;
  }

  @Override
  public OutputStream scriptOutput() {
    return output;
  }

  @Override
  public OutputStream scriptErrorOutput() {
    return errorOutput;
  }

  @Override
  public void result(ScriptValue value) {
    print(report -> report.result(value));
  }

  @Override
  public void exited(ScriptRuntimeException exit) {
    print(report -> report.exited(exit));
  }

  @Override
  public void failure(ScriptException error) {
    print(report -> report.failure(error));
    trace(error);
  }

  @Override
  public void interrupted(String message) {
    print(report -> report.problem("INTERRUPTED", message));
  }

  @Override
  public void problem(String message, Throwable cause) {
    print(
        report -> report.problem(cause instanceof UsageException ? "USAGE" : "INTERNAL", message));
    trace(cause);
  }

  private void print(Consumer<RunReport> ending) {
    RunReport report = new RunReport();
    ending.accept(report);
    String text = report.finish(text(output), text(errorOutput));
    surroundings.out().println(text);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void trace(Throwable cause) {
    if (stackTraces) {
      cause.printStackTrace(surroundings.err());
    }
  }
}

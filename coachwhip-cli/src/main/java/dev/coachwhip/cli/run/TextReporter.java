package dev.coachwhip.cli.run;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.io.OutputStream;

/** Reports to a person: what the script prints as it prints it, problems on the error output. */
public final class TextReporter implements Reporter {

  private final Surroundings surroundings;
  private final boolean printResult;
  private final boolean stackTraces;

  /**
   * Makes it.
   *
   * @param printResult whether to print what the script ends with, unless that is null
   * @param stackTraces whether to add Java stack traces
   */
  public TextReporter(Surroundings surroundings, boolean printResult, boolean stackTraces) {
    this.surroundings = surroundings;
    this.printResult = printResult;
    this.stackTraces = stackTraces;
  }

  @Override
  public OutputStream scriptOutput() {
    return surroundings.out();
  }

  @Override
  public OutputStream scriptErrorOutput() {
    return surroundings.err();
  }

  @Override
  public void result(ScriptValue value) {
    if (printResult && !value.isNull()) {
      surroundings.out().println(value);
    }
  }

  @Override
  public void exited(ScriptRuntimeException exit) {
    String said = withoutType(exit);
    if (!said.isEmpty() && !said.equals(Integer.toString(exit.exitCode().orElse(ExitCode.OK)))) {
      surroundings.err().println(said);
    }
  }

  /** Returns what the script gave to its exit, a code or a text: {@code SystemExit: laser off}. */
  private static String withoutType(ScriptRuntimeException exit) {
    String message = String.valueOf(exit.getMessage());
    String prefix = exit.typeName() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : "";
  }

  @Override
  public void failure(ScriptException error) {
    surroundings.err().println(error.report());
    trace(error);
  }

  @Override
  public void interrupted(String message) {
    surroundings.err().println("coachwhip: " + message);
  }

  @Override
  public void problem(String message, Throwable cause) {
    surroundings.err().println("coachwhip: " + message);
    trace(cause);
  }

  private void trace(Throwable cause) {
    if (stackTraces) {
      cause.printStackTrace(surroundings.err());
    }
  }
}

package dev.coachwhip.python.env;

import java.io.IOException;
import java.util.List;

/** A tool that ended with an error. */
final class ToolFailure extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int LINES_SHOWN = 12;

  private final transient List<String> output;

  /**
   * Makes it.
   *
   * @param what the tool and what it did: {@code "pip install"}
   * @param output all it printed
   */
  ToolFailure(String what, int exitCode, List<String> output) {
    super(message(what, exitCode, output));
    this.output = List.copyOf(output);
  }

  private static String message(String what, int exitCode, List<String> output) {
    List<String> last = output.subList(Math.max(0, output.size() - LINES_SHOWN), output.size());
    return "%s ended with exit code %d:\n  %s".formatted(what, exitCode, String.join("\n  ", last));
  }

  /** Returns what can be done about it; empty where its own words must do. */
  String advice(BaseInterpreter base, Inputs inputs) {
    return Advice.of(String.join("\n", output), base, inputs);
  }
}

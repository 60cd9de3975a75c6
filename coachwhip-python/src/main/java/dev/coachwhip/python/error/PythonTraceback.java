package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The text that Python itself would print for an error. */
final class PythonTraceback {

  private PythonTraceback() {}

  /**
   * Returns the text of a runtime error, as {@code traceback.format_exc}.
   *
   * @param frames innermost first
   * @param explicit whether the cause was given by {@code raise ... from}
   */
  static String of(
      String message, List<ScriptFrame> frames, @Nullable Throwable cause, boolean explicit) {
    StringBuilder out = new StringBuilder();
    if (cause instanceof ScriptException error) {
      out.append(error.traceback());
      out.append(
          explicit
              ? "\n\nThe above exception was the direct cause of the following exception:\n\n"
              : "\n\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    if (!frames.isEmpty()) {
      out.append("Traceback (most recent call last):\n");
      frames.reversed().forEach(frame -> append(out, frame));
    }
    return out.append(message).toString();
  }

  /** Returns the text of a syntax error. */
  static String ofSyntaxError(String message, Optional<SourceLocation> place) {
    StringBuilder out = new StringBuilder();
    place.ifPresent(location -> {
      out.append("  File \"%s\", line %d\n".formatted(location.sourceName(), location.line()));
      appendSource(out, location);
    });
    return out.append(message).toString();
  }

  private static void append(StringBuilder out, ScriptFrame frame) {
    SourceLocation location = frame.location();
    out.append(
        "  File \"%s\", line %d, in %s\n"
            .formatted(location.sourceName(), location.line(), frame.function()));
    appendSource(out, location);
  }

  private static void appendSource(StringBuilder out, SourceLocation location) {
    location
        .excerpt()
        .ifPresent(excerpt -> {
          String[] lines = excerpt.split("\n", -1);
          int indent = lines[0].length() - lines[0].stripLeading().length();
          out.append("    ").append(lines[0].strip()).append('\n');
          String carets = lines[1].substring(Math.min(indent, lines[1].length()));
          // Python leaves the carets out where they would only underline the whole line.
          if (carets.length() < lines[0].strip().length() || carets.startsWith(" ")) {
            out.append("    ").append(carets).append('\n');
          }
        });
  }
}

package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Python itself would print for an error, as data; {@link TracebackText} makes the text.
 *
 * @param last the line with type and message; of a syntax error several
 * @param notes printed after it
 * @param frames innermost first
 * @param blocks all lines of those frames' ranges that have more than two
 * @param before the error that this one came after, null if there is none
 * @param explicit whether that was given by {@code raise ... from}
 * @param parts those of an exception group, null if this is none
 */
record PythonTraceback(
    String last,
    List<String> notes,
    List<ScriptFrame> frames,
    Map<SourceLocation, List<String>> blocks,
    @Nullable PythonTraceback before,
    boolean explicit,
    @Nullable List<PythonTraceback> parts) {

  /** Returns this and those before it, the first one first. */
  Deque<PythonTraceback> chain() {
    Deque<PythonTraceback> chain = new ArrayDeque<>();
    for (PythonTraceback one = this; one != null; one = one.before()) {
      chain.push(one);
    }
    return chain;
  }

  /** Returns the text of a syntax error. */
  static String ofSyntaxError(String message, Optional<SourceLocation> place) {
    List<String> lines = new ArrayList<>();
    place.ifPresent(location -> {
      lines.add("  File \"%s\", line %d".formatted(location.sourceName(), location.line()));
      location.sourceLine().ifPresent(text -> addSource(lines, location, text));
    });
    lines.add(message);
    return String.join("\n", lines);
  }

  private static void addSource(List<String> lines, SourceLocation location, String text) {
    String shown = text.replaceFirst("^[ \\n\\f]+", "");
    int indent = text.length() - shown.length();
    int length = shown.codePointCount(0, shown.length());
    int from = location.column() - 1 - indent;
    int to = location.endLine() == location.line() ? location.endColumn() - 1 - indent : length;
    lines.add("    " + shown);
    if (from >= 0) {
      StringBuilder carets = new StringBuilder("    ");
      shown
          .codePoints()
          .limit(from)
          .forEach(c -> carets.append(Character.isWhitespace(c) ? (char) c : ' '));
      carets.append(" ".repeat(Math.max(0, from - length)));
      lines.add(carets.append("^".repeat(Math.max(1, to - from))).toString());
    }
  }
}

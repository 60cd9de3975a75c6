package dev.coachwhip.python.error;

import dev.coachwhip.error.ScriptFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an error as {@code traceback.format_exception} makes it, in the way of the running
 * version of Python.
 */
final class TracebackText {

  /** How often Python shows the same line before it counts. */
  private static final int SAME_LINES = 3;

  private static final int WIDEST_GROUP = 15;
  private static final int DEEPEST_GROUP = 10;

  private final TracebackStyle style;
  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean mustClose;

  private TracebackText(TracebackStyle style) {
    this.style = style;
  }

  /** Returns the text, without a line end at the end. */
  static String of(PythonTraceback error, TracebackStyle style) {
    TracebackText text = new TracebackText(style);
    text.chain(error);
    return text.out.substring(0, text.out.length() - 1);
  }

  private void chain(PythonTraceback error) {
    for (PythonTraceback one : error.chain()) {
      if (one.before() != null) {
        emit("");
        emit(
            one.explicit()
                ? "The above exception was the direct cause of the following exception:"
                : "During handling of the above exception, another exception occurred:");
        emit("");
      }
      one(one);
    }
  }

  private void one(PythonTraceback error) {
    List<PythonTraceback> parts = error.parts();
    if (parts == null) {
      frames(error, "Traceback", '|');
      last(error);
    } else if (depth > DEEPEST_GROUP) {
      emit("... (max_group_depth is " + DEEPEST_GROUP + ")");
    } else {
      group(error, parts);
    }
  }

  private void group(PythonTraceback error, List<PythonTraceback> parts) {
    boolean outermost = depth == 0;
    depth += outermost ? 1 : 0;
    frames(error, "Exception Group Traceback", outermost ? '+' : '|');
    last(error);
    int shown = Math.min(parts.size(), WIDEST_GROUP + 1);
    mustClose = false;
    for (int i = 0; i < shown; i++) {
      mustClose |= i == shown - 1;
      part(parts, i);
      if (i == shown - 1 && mustClose) {
        out.append(indent()).append("+------------------------------------\n");
        mustClose = false;
      }
      depth--;
    }
    depth -= outermost ? 1 : 0;
  }

  private void part(List<PythonTraceback> parts, int number) {
    boolean more = number >= WIDEST_GROUP;
    out.append(indent()).append(number == 0 ? "+-" : "  ").append("+---------------- ");
    out.append(more ? "..." : String.valueOf(number + 1)).append(" ----------------\n");
    depth++;
    if (more) {
      int left = parts.size() - WIDEST_GROUP;
      emit("and " + left + " more exception" + (left > 1 ? "s" : ""));
    } else {
      chain(parts.get(number));
    }
  }

  private void frames(PythonTraceback error, String title, char margin) {
    if (error.frames().isEmpty()) {
      return;
    }
    emit(title + " (most recent call last):", margin);
    ScriptFrame same = null;
    int count = 0;
    for (ScriptFrame frame : error.frames().reversed()) {
      if (!isSame(frame, same)) {
        repeated(count);
        count = 0;
        same = frame;
      }
      if (++count <= SAME_LINES) {
        List<String> block = error.blocks().getOrDefault(frame.location(), List.of());
        FrameText.of(style, frame, block).forEach(this::emit);
      }
    }
    repeated(count);
  }

  private static boolean isSame(ScriptFrame frame, @Nullable ScriptFrame other) {
    return other != null
        && frame.location().line() == other.location().line()
        && frame.location().sourceName().equals(other.location().sourceName())
        && frame.function().equals(other.function());
  }

  private void repeated(int count) {
    int more = count - SAME_LINES;
    if (more > 0) {
      emit("  [Previous line repeated " + more + " more time" + (more > 1 ? "s" : "") + "]");
    }
  }

  private void last(PythonTraceback error) {
    error.last().lines().forEach(this::emit);
    error.notes().forEach(note -> note.lines().forEach(this::emit));
  }

  private void emit(String line) {
    emit(line, '|');
  }

  private void emit(String line, char margin) {
    if (depth > 0) {
      out.append(indent()).append(margin).append(' ');
    }
    out.append(line).append('\n');
  }

  private String indent() {
    return "  ".repeat(depth);
  }
}

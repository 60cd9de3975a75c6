package dev.coachwhip.error;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Writes an error for a person to read. */
final class ErrorReport {

  /** Frames shown at each end of a long list; between them a count stands for the rest. */
  private static final int ENDS = 20;

  private ErrorReport() {}

  static String of(ScriptException error) {
    StringBuilder out = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    appendWithCauses(out, error, seen);
    return out.toString();
  }

  static String withoutCauses(ScriptException error) {
    StringBuilder out = new StringBuilder();
    append(out, error);
    return out.toString();
  }

  private static void appendWithCauses(
      StringBuilder out, ScriptException error, Set<Throwable> seen) {
    seen.add(error);
    append(out, error);
    for (Throwable part : error.getSuppressed()) {
      if (part instanceof ScriptException inner && seen.add(inner)) {
        StringBuilder text = new StringBuilder();
        appendWithCauses(text, inner, seen);
        out.append("\n  with: ").append(text.toString().replace("\n", "\n  "));
      }
    }
    Throwable cause = error.getCause();
    if (cause == null || !seen.add(cause)) {
      return;
    }
    out.append("\ncaused by: ");
    if (cause instanceof ScriptException inner) {
      appendWithCauses(out, inner, seen);
    } else {
      out.append(cause);
    }
  }

  private static void append(StringBuilder out, ScriptException error) {
    out.append(error.getMessage());
    error.location().ifPresent(location -> appendLocation(out, location));
    List<ScriptFrame> frames = error.frames();
    // A single frame repeats the location.
    if (frames.size() > 1) {
      for (int i = 0; i < frames.size(); i++) {
        if (i == ENDS && frames.size() > 2 * ENDS + 1) {
          out.append("\n  ... ").append(frames.size() - 2 * ENDS).append(" more");
          i = frames.size() - ENDS;
        }
        out.append("\n  ").append(frames.get(i));
      }
    }
  }

  private static void appendLocation(StringBuilder out, SourceLocation location) {
    out.append("\n  --> ").append(location);
    location
        .excerpt()
        .ifPresent(excerpt -> {
          String number = Integer.toString(location.line());
          String[] lines = excerpt.split("\n", -1);
          out.append("\n  ").append(number).append(" | ").append(lines[0]);
          out.append("\n  ").append(" ".repeat(number.length())).append(" | ").append(lines[1]);
        });
  }
}

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

  private static void appendWithCauses(StringBuilder out, Throwable first, Set<Throwable> seen) {
    for (Throwable part = first; part != null && seen.add(part); part = part.getCause()) {
      out.append(out.isEmpty() ? "" : "\ncaused by: ");
      if (part instanceof ScriptException error) {
        append(out, error);
        appendParts(out, error, seen);
      } else {
        out.append(part);
      }
    }
  }

  private static void appendParts(StringBuilder out, ScriptException error, Set<Throwable> seen) {
    for (Throwable part : error.getSuppressed()) {
      StringBuilder text = new StringBuilder();
      appendWithCauses(text, part, seen);
      if (!text.isEmpty()) {
        out.append("\n  with: ").append(text.toString().replace("\n", "\n  "));
      }
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

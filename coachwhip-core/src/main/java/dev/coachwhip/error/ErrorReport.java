package dev.coachwhip.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Throwable before = null;
    for (Throwable part = first; part != null && seen.add(part); part = part.getCause()) {
      if (!isInsideOf(part, before)) {
        out.append(out.isEmpty() ? "" : "\ncaused by: ");
        appendOne(out, part, seen);
      }
      before = part;
    }
  }

  /** Tells whether a cause is the error itself as a host function saw it, further in. */
  private static boolean isInsideOf(Throwable cause, @Nullable Throwable error) {
    return cause instanceof ScriptRuntimeException inner
        && error instanceof ScriptRuntimeException outer
        && Objects.equals(inner.getMessage(), outer.getMessage())
        && !inner.frames().isEmpty()
        && inner.frames().size() < outer.frames().size()
        && outer.frames().subList(0, inner.frames().size()).equals(inner.frames());
  }

  private static void appendOne(StringBuilder out, Throwable part, Set<Throwable> seen) {
    if (part instanceof ScriptException error) {
      append(out, error);
      appendParts(out, error, seen);
    } else {
      out.append(part);
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
    error
        .location()
        .ifPresent(location -> {
          out.append("\n  --> ").append(location);
          Excerpt.append(out, location);
        });
    for (String note : error.notes()) {
      out.append("\n  note: ").append(note.replace("\n", "\n        "));
    }
    appendFrames(out, error.frames());
  }

  private static void appendFrames(StringBuilder out, List<ScriptFrame> frames) {
    if (frames.size() <= 1) {
      return; // a single frame repeats the location
    }
    String languages = languages(frames);
    List<Repeated> runs = Repeated.of(frames);
    for (int i = 0; i < runs.size(); i++) {
      if (i == ENDS && runs.size() > 2 * ENDS + 1) {
        int end = runs.size() - ENDS;
        int left = runs.subList(i, end).stream().mapToInt(Repeated::count).sum();
        out.append("\n  ... ").append(left).append(" more");
        i = end;
      }
      runs.get(i).append(out, languages);
    }
  }

  /** A frame, as often as recursion has it in a row. */
  private record Repeated(ScriptFrame frame, int count) {

    static List<Repeated> of(List<ScriptFrame> frames) {
      List<Repeated> runs = new ArrayList<>();
      for (ScriptFrame frame : frames) {
        boolean again = !runs.isEmpty() && runs.getLast().frame().equals(frame);
        int before = again ? runs.removeLast().count() : 0;
        runs.add(new Repeated(frame, before + 1));
      }
      return runs;
    }

    void append(StringBuilder out, String languages) {
      out.append("\n  ").append(languages.formatted(frame.language())).append(frame);
      if (count > 1) {
        out.append("\n  ... the same ").append(count - 1).append(" more time");
        out.append(count > 2 ? "s" : "");
      }
    }
  }

  /** Returns how a frame's language is shown: not at all where there is one only. */
  private static String languages(List<ScriptFrame> frames) {
    String first = frames.getFirst().language();
    if (frames.stream().allMatch(frame -> frame.language().equals(first))) {
      return "";
    }
    int longest = frames.stream().mapToInt(frame -> frame.language().length()).max().orElse(0);
    return "%-" + longest + "s ";
  }
}

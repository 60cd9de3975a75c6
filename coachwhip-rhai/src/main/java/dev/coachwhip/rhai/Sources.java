package dev.coachwhip.rhai;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.SourceLocation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of what an engine has run, by name, for errors that come from there. In its turn. */
final class Sources {

  private static final int KEPT = 256;

  private final Map<String, ScriptSource> byName =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ScriptSource> eldest) {
          return size() > KEPT;
        }
      };

  /** Keeps a text. */
  void add(ScriptSource source) {
    byName.put(source.name(), source);
  }

  /** Returns a text by its name; an empty one if it is not known. */
  ScriptSource get(String name) {
    return byName.getOrDefault(name, ScriptSource.of(name, ""));
  }

  /** Returns a place in a source of a name, whose text may not be known. */
  SourceLocation locate(String sourceName, int line, int column) {
    ScriptSource source = byName.get(sourceName);
    return source == null
        ? location(sourceName, line, column, Optional.empty())
        : locate(source, line, column);
  }

  /**
   * Returns a place in a source, up to the end of the word or sign that stands there.
   *
   * @param line from 1
   * @param column from 1; 0 for the start of the line
   */
  static SourceLocation locate(ScriptSource source, int line, int column) {
    return location(source.name(), line, column, line(source.text(), line));
  }

  private static SourceLocation location(
      String name, int line, int column, Optional<String> sourceLine) {
    int first = Math.max(1, column);
    int end = sourceLine.map(text -> SourceWords.endColumn(text, first)).orElse(first + 1);
    return new SourceLocation(name, line, first, line, end, sourceLine);
  }

  private static Optional<String> line(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    int end = text.indexOf('\n', start);
    String found = end < 0 ? text.substring(start) : text.substring(start, end);
    return Optional.of(found.endsWith("\r") ? found.substring(0, found.length() - 1) : found);
  }
}

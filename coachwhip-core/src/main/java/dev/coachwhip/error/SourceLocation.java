package dev.coachwhip.error;

import java.util.Objects;
import java.util.Optional;

/**
 * The smallest part of a source known to hold the cause of an error. Where a language tells only
 * the line, the range is that line's text.
 *
 * @param sourceName the script's name or file
 * @param line first line, from 1
 * @param column first column, from 1, in code points
 * @param endLine last line, from 1
 * @param endColumn the column after the last one, from 1, in code points
 * @param sourceLine the text of the first line without its line end, if it is known
 */
public record SourceLocation(
    String sourceName,
    int line,
    int column,
    int endLine,
    int endColumn,
    Optional<String> sourceLine) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a line or column is below 1, or the end is before the start
   */
  public SourceLocation {
    Objects.requireNonNull(sourceName, "sourceName");
    Objects.requireNonNull(sourceLine, "sourceLine");
    if (line < 1
        || column < 1
        || endLine < line
        || (endLine == line && endColumn < column)
        || endColumn < 1) {
      throw new IllegalArgumentException(
          "bad range %d:%d-%d:%d in %s".formatted(line, column, endLine, endColumn, sourceName));
    }
  }

  /** Returns the location of a whole line; columns span its text without indentation. */
  public static SourceLocation ofLine(String sourceName, int line, Optional<String> sourceLine) {
    String text = sourceLine.orElse("");
    String stripped = text.stripTrailing();
    int start = stripped.codePointCount(0, stripped.length()) - codePoints(stripped.stripLeading());
    return new SourceLocation(
        sourceName, line, start + 1, line, Math.max(start, codePoints(stripped)) + 1, sourceLine);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Returns the source line with carets under the range, as two lines without a line end; empty if
   * the line is not known. Tabs are kept, so that the carets stay under the text.
   */
  public Optional<String> excerpt() {
    return sourceLine.map(this::withCarets);
  }

  private String withCarets(String text) {
    int length = codePoints(text);
    int from = Math.min(column - 1, length);
    int to = endLine > line ? codePoints(text.stripTrailing()) : Math.min(endColumn - 1, length);
    StringBuilder carets = new StringBuilder();
    text.codePoints().limit(from).forEach(c -> carets.append(c == '\t' ? '\t' : ' '));
    carets.append("^".repeat(Math.max(1, to - from)));
    return text + "\n" + carets;
  }

  /** Returns {@code name:line:column}. */
  @Override
  public String toString() {
    return sourceName + ":" + line + ":" + column;
  }
}

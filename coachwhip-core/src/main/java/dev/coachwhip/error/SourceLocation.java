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
 * @param endSourceLine the text of the last line, if it is known and not the first
 */
public record SourceLocation(
    String sourceName,
    int line,
    int column,
    int endLine,
    int endColumn,
    Optional<String> sourceLine,
    Optional<String> endSourceLine) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a line or column is below 1, or the end is before the start
   */
  public SourceLocation {
    Objects.requireNonNull(sourceName, "sourceName");
    Objects.requireNonNull(sourceLine, "sourceLine");
    Objects.requireNonNull(endSourceLine, "endSourceLine");
    if (line < 1
        || column < 1
        || endLine < line
        || (endLine == line && endColumn < column)
        || endColumn < 1) {
      throw new IllegalArgumentException(
          "bad range %d:%d-%d:%d in %s".formatted(line, column, endLine, endColumn, sourceName));
    }
  }

  /** Makes it without the text of a last line that is not the first. */
  public SourceLocation(
      String sourceName,
      int line,
      int column,
      int endLine,
      int endColumn,
      Optional<String> sourceLine) {
    this(sourceName, line, column, endLine, endColumn, sourceLine, Optional.empty());
  }

  /** Returns the location of a whole line; columns span its text without indentation. */
  public static SourceLocation ofLine(String sourceName, int line, Optional<String> sourceLine) {
    String text = sourceLine.orElse("");
    String stripped = text.stripTrailing();
    int start = codePoints(stripped) - codePoints(stripped.stripLeading());
    return new SourceLocation(
        sourceName, line, start + 1, line, Math.max(start, codePoints(stripped)) + 1, sourceLine);
  }

  static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Returns the source line with carets under the range, as two lines without a line end; empty if
   * the line is not known. Tabs are kept and wide characters counted twice, so that the carets
   * stand under the text. A range of several lines gives its last line too, with its carets, in two
   * more lines, if that is known.
   */
  public Optional<String> excerpt() {
    return sourceLine.map(this::withCarets);
  }

  private String withCarets(String text) {
    if (endLine == line) {
      return text + "\n" + Carets.under(text, column, endColumn);
    }
    String first = text + "\n" + Carets.underRest(text, column);
    return endSourceLine
        .map(end -> first + "\n" + end + "\n" + Carets.underStart(end, endColumn))
        .orElse(first);
  }

  /**
   * Returns {@code name:line:column}, or {@code name:line} where no more than the line is known.
   */
  @Override
  public String toString() {
    boolean lineOnly = sourceLine.isEmpty() && column == 1 && endLine == line && endColumn == 1;
    return sourceName + ":" + line + (lineOnly ? "" : ":" + column);
  }
}

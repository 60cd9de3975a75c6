package dev.coachwhip.error;

/**
 * Lines of carets that stand under parts of a source line. Columns count from 1, in code points.
 */
final class Carets {

  private Carets() {}

  /** Returns carets under the columns from one to before another; at least one caret. */
  static String under(String text, int column, int endColumn) {
    int length = SourceLocation.codePoints(text);
    int from = Math.min(column - 1, length);
    int to = Math.min(endColumn - 1, length);
    StringBuilder carets = new StringBuilder();
    text.codePoints().limit(from).forEach(c -> carets.append(blank(c)));
    int width =
        text.codePoints().skip(from).limit(Math.max(0, to - from)).map(DisplayWidth::of).sum();
    return carets.append("^".repeat(Math.max(1, width))).toString();
  }

  /** Returns carets from a column to the end of the text. */
  static String underRest(String text, int column) {
    return under(text, column, SourceLocation.codePoints(text.stripTrailing()) + 1);
  }

  /** Returns carets from the text's first character that is no space to before a column. */
  static String underStart(String text, int endColumn) {
    int indent = SourceLocation.codePoints(text) - SourceLocation.codePoints(text.stripLeading());
    return under(text, Math.min(indent + 1, endColumn), endColumn);
  }

  private static String blank(int character) {
    return character == '\t' ? "\t" : " ".repeat(DisplayWidth.of(character));
  }
}

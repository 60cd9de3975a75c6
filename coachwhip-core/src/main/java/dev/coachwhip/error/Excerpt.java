package dev.coachwhip.error;

/** Source lines of an error with their numbers and carets, as a compiler shows them. */
final class Excerpt {

  private static final int LONGEST_LINE = 160;

  /** How much of a longer line is shown before and after the column that matters. */
  private static final int BEFORE = 60;

  private static final int AFTER = 90;
  private static final String LEFT_OUT = "...";

  private final StringBuilder out;
  private final String margin;

  private Excerpt(StringBuilder out, SourceLocation location) {
    this.out = out;
    this.margin = "\n  " + " ".repeat(Integer.toString(location.endLine()).length()) + " | ";
  }

  /** Appends the lines of a location, each after a line end; nothing if they are not known. */
  static void append(StringBuilder out, SourceLocation location) {
    if (location.sourceLine().isEmpty()) {
      return;
    }
    Excerpt excerpt = new Excerpt(out, location);
    String first = location.sourceLine().get();
    if (location.endLine() == location.line()) {
      excerpt.line(location.line(), first, location.column(), location.endColumn());
      return;
    }
    int end = SourceLocation.codePoints(first.stripTrailing()) + 1;
    excerpt.line(location.line(), first, location.column(), Math.max(end, location.column()));
    location.endSourceLine().ifPresent(last -> excerpt.last(location, last));
  }

  private void last(SourceLocation location, String text) {
    if (location.endLine() > location.line() + 1) {
      out.append(margin).append(LEFT_OUT);
    }
    int indent = SourceLocation.codePoints(text) - SourceLocation.codePoints(text.stripLeading());
    int end = location.endColumn();
    line(location.endLine(), text, Math.min(indent + 1, end), end);
  }

  private void line(int number, String text, int column, int endColumn) {
    int length = SourceLocation.codePoints(text);
    if (length <= LONGEST_LINE) {
      lines(number, text, column, endColumn);
      return;
    }
    int start = Math.max(0, Math.min(column - 1, length) - BEFORE);
    int end = Math.min(length, start + BEFORE + AFTER);
    String before = start == 0 ? "" : LEFT_OUT;
    String shown =
        text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    int shift = before.length() - start;
    int shownEnd = Math.min(endColumn, end + 1);
    lines(
        number,
        before + shown + (end == length ? "" : LEFT_OUT),
        column + shift,
        Math.max(column, shownEnd) + shift);
  }

  private void lines(int number, String text, int column, int endColumn) {
    String digits = Integer.toString(number);
    out.append(margin, 0, margin.length() - digits.length() - " | ".length());
    out.append(digits).append(" | ").append(text);
    out.append(margin).append(Carets.under(text, column, endColumn));
  }
}

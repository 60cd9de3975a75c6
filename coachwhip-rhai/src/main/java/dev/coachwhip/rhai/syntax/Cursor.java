package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;

/** A place in a text that moves on; its line and column count as Rhai's do. */
final class Cursor {

  /** What {@link #peek()} gives at the end. */
  static final int END = -1;

  private final String text;
  private int index;
  private int line = 1;
  // that of the last character read; 0 before the first of a line
  private int column;

  Cursor(String text) {
    this.text = text;
  }

  int index() {
    return index;
  }

  int column() {
    return column;
  }

  String since(int start) {
    return text.substring(start, index);
  }

  String between(int start, int end) {
    return text.substring(start, end);
  }

  /** Returns the next code point, or {@link #END}. */
  int peek() {
    if (index >= text.length()) {
      return END;
    }
    char c = text.charAt(index);
    return Character.isHighSurrogate(c) ? text.codePointAt(index) : c;
  }

  /** Returns the code unit some units ahead, or {@link #END}. */
  int peek(int ahead) {
    int at = index + ahead;
    return at < text.length() ? text.charAt(at) : END;
  }

  /** Reads a code point without counting a column. */
  int read() {
    int c = peek();
    index += c > 0xffff ? 2 : c == END ? 0 : 1;
    return c;
  }

  /** Reads a code point and counts it as a column, also at the end. */
  int take() {
    column++;
    return read();
  }

  /** Reads a code point if it is the wanted one. */
  boolean takeIf(int wanted) {
    if (peek() != wanted) {
      return false;
    }
    take();
    return true;
  }

  void advance() {
    column++;
  }

  void newLine() {
    line++;
    column = 0;
  }

  /** Returns the place of the character just read, or of the end. */
  Span here() {
    return new Span(line, column, Math.max(0, index - 1), index);
  }

  /** Returns a place on the present line from some column and index up to here. */
  Span from(int startLine, int startColumn, int start) {
    return new Span(startLine, startColumn, start, Math.max(start, index));
  }

  int line() {
    return line;
  }
}

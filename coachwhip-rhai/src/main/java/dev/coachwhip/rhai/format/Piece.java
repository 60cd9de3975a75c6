package dev.coachwhip.rhai.format;

/**
 * A part of a script's text.
 *
 * @param kind what it is
 * @param text as it stands there
 * @param gap how many blanks are before it in its line
 * @param lineBreaks how many line breaks are before it
 */
record Piece(Kind kind, String text, int gap, int lineBreaks) {

  enum Kind {
    WORD,
    NUMBER,
    /** A string, character or text with interpolations. */
    TEXT,
    SYMBOL,
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean startsLine() {
    return lineBreaks > 0;
  }

  boolean opens() {
    return is("(") || is("[") || is("{") || is("#{");
  }

  boolean closes() {
    return is(")") || is("]") || is("}");
  }
}

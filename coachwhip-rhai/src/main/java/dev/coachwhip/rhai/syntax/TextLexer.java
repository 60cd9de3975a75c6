package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;

/** Reads what stands between quotes. One literal at a time; its value stays here till the next. */
final class TextLexer {

  private final Cursor cursor;
  private final int maxBytes;

  private final StringBuilder value = new StringBuilder();
  private long valueBytes;
  // whether an escape has begun
  private boolean escaped;
  private int skipSpaceUntil;
  private Span start = Span.NONE;
  private Span first = Span.NONE;
  private boolean interpolated;
  private boolean terminated;

  TextLexer(Cursor cursor, int maxBytes) {
    this.cursor = cursor;
    this.maxBytes = maxBytes;
  }

  String value() {
    return value.toString();
  }

  /** Returns where the first character stands; nowhere if there is none. */
  Span first() {
    return first;
  }

  /** Tells whether it ended with an interpolation. */
  boolean isInterpolated() {
    return interpolated;
  }

  /** Tells whether it ended before the text did. */
  boolean isTerminated() {
    return terminated;
  }

  private void begin() {
    value.setLength(0);
    valueBytes = 0;
    escaped = false;
    skipSpaceUntil = 0;
    first = Span.NONE;
    interpolated = false;
    terminated = false;
    start = cursor.here();
  }

  /** Reads a string up to its double quote, or a character up to its single one. */
  void quoted(int quote) {
    begin();
    boolean continues = quote == '"';
    while (true) {
      int c = cursor.take();
      if (c == Cursor.END) {
        if (escaped && continues) {
          return;
        }
        throw unterminated();
      }
      checkSize();
      if (c == quote && !escaped && !cursor.takeIf(quote)) {
        terminated = true;
        checkSize();
        return;
      }
      remember();
      quotedCharacter(c, quote, continues);
    }
  }

  private void quotedCharacter(int c, int quote, boolean continues) {
    if (c == '\r' && cursor.peek() == '\n') {
      return;
    }
    if (c == '\n') {
      if (!(escaped && continues)) {
        throw unterminated();
      }
      escaped = false;
      cursor.newLine();
      skipSpaceUntil = start.column() + 1;
    } else if (escaped) {
      escape(c, quote);
    } else if (c == '\\') {
      escaped = true;
    } else if (!(cursor.column() < skipSpaceUntil && isSpace(c))) {
      append(c);
      skipSpaceUntil = 0;
    }
  }

  private void escape(int c, int quote) {
    escaped = false;
    switch (c) {
      case 'r' -> append('\r');
      case 'n' -> append('\n');
      case 't' -> append('\t');
      case '\\' -> append('\\');
      case 'x' -> append(hexadecimal(c, 2));
      case 'u' -> append(hexadecimal(c, 4));
      case 'U' -> append(hexadecimal(c, 8));
      default -> {
        if (c != quote) {
          throw malformed("\\" + Character.toString(c));
        }
        append(c);
      }
    }
  }

  private int hexadecimal(int mark, int digits) {
    StringBuilder sequence = new StringBuilder("\\").appendCodePoint(mark);
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int c = cursor.peek();
      if (c == Cursor.END) {
        throw malformed(sequence.toString());
      }
      cursor.take();
      sequence.appendCodePoint(c);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed(sequence.toString());
      }
      code = code * 16 + digit;
    }
    if (code > Character.MAX_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) {
      throw malformed(sequence.toString());
    }
    return (int) code;
  }

  /** Reads up to a back-tick or an interpolation. */
  void verbatim() {
    begin();
    while (true) {
      int c = cursor.take();
      if (c == Cursor.END) {
        checkSize();
        return;
      }
      if (c == '$' && cursor.peek() == '{') {
        interpolated = true;
        terminated = true;
        checkSize();
        return;
      }
      if (c == '\\' && cursor.peek() == '$' && cursor.peek(1) == '{') {
        cursor.read();
        c = '$';
      }
      checkSize();
      if (c == '`' && !cursor.takeIf('`')) {
        terminated = true;
        checkSize();
        return;
      }
      remember();
      if (c == '\r' && cursor.peek() == '\n') {
        continue;
      }
      if (c == '\n') {
        cursor.newLine();
      }
      append(c);
    }
  }

  /** Reads a raw string; the first {@code #} is read. */
  void raw() {
    begin();
    int hashes = 1;
    while (cursor.takeIf('#')) {
      hashes++;
    }
    int quote = cursor.read();
    if (quote == Cursor.END) {
      throw unterminated();
    }
    if (quote != '"') {
      throw SyntaxError.bad(
          LexErrorKind.UNEXPECTED_INPUT, "Unexpected '" + Character.toString(quote) + "'", start);
    }
    cursor.advance();
    rawBody(hashes);
  }

  private void rawBody(int hashes) {
    // hashes read since the last quote; -1 without a quote
    int seen = -1;
    int c;
    while ((c = cursor.peek()) != Cursor.END) {
      cursor.take();
      if (c == '#' && seen >= 0) {
        seen++;
        if (seen == hashes) {
          terminated = true;
          return;
        }
      } else {
        // Rhai does not count a line that ends right after such a quote
        if (c == '\n' && seen < 0) {
          cursor.newLine();
        }
        if (seen >= 0) {
          append('"');
          for (int i = 0; i < seen; i++) {
            append('#');
          }
          seen = -1;
        }
        if (c == '"') {
          seen = 0;
        } else {
          append(c);
        }
      }
      checkSize();
    }
  }

  private void remember() {
    if (!first.isSomewhere()) {
      first = cursor.here();
    }
  }

  private void append(int c) {
    if (c >= 0xd800 && c <= 0xdfff) {
      throw SyntaxError.bad(LexErrorKind.UNEXPECTED_INPUT, "Unexpected '\ufffd'", cursor.here());
    }
    value.appendCodePoint(c);
    valueBytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }

  private void checkSize() {
    if (maxBytes > 0 && valueBytes > maxBytes) {
      throw new SyntaxError(
          ParseErrorKind.LITERAL_TOO_LARGE,
          LexErrorKind.STRING_TOO_LONG,
          "Length of string exceeds the maximum limit (" + maxBytes + ")",
          start);
    }
  }

  private SyntaxError unterminated() {
    return SyntaxError.bad(
        LexErrorKind.UNTERMINATED_STRING, "Open string is not terminated", start);
  }

  private SyntaxError malformed(String sequence) {
    return SyntaxError.bad(
        LexErrorKind.MALFORMED_ESCAPE_SEQUENCE,
        "Invalid escape sequence: '" + sequence + "'",
        cursor.here());
  }

  // Unicode's White_Space, as in Rust
  private static boolean isSpace(int c) {
    return (c >= 9 && c <= 13)
        || c == ' '
        || c == 0x85
        || c == 0xa0
        || (c > 0xff && Character.isSpaceChar(c));
  }
}

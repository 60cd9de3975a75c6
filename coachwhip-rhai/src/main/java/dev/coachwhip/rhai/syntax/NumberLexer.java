package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;

/** Reads numbers; their first digit is read already. */
final class NumberLexer {

  private final Cursor cursor;
  private final StringBuilder digits = new StringBuilder();
  private int radix;
  private boolean hasPeriod;
  private boolean hasExponent;

  NumberLexer(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads a number, negative if a sign stands before it, whose place is then the sign's. */
  Token read(char first, boolean negative, int line, int column, int start) {
    digits.setLength(0);
    digits.append(first);
    radix = 10;
    hasPeriod = false;
    hasExponent = false;
    while (more(first)) {
      // goes on
    }
    Span span = cursor.from(line, column, start);
    if (negative) {
      digits.insert(0, '-');
    }
    String text = digits.toString();
    return radix == 10 ? decimal(text, span) : inRadix(text.substring(2), span);
  }

  private boolean more(char first) {
    int c = cursor.peek();
    if (c == '_') {
      cursor.take();
      return true;
    }
    if (isDigit(c)) {
      digits.append((char) cursor.take());
      return true;
    }
    if (radix != 10) {
      return false;
    }
    return switch (c) {
      case '.' -> !hasPeriod && period();
      case 'e', 'E' -> !hasExponent && exponent();
      case 'x', 'X' -> prefix(first, 16);
      case 'o', 'O' -> prefix(first, 8);
      case 'b', 'B' -> prefix(first, 2);
      default -> false;
    };
  }

  private boolean isDigit(int c) {
    return switch (radix) {
      case 16 -> Words.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      case 8 -> c >= '0' && c <= '7';
      case 2 -> c == '0' || c == '1';
      default -> Words.isDigit(c);
    };
  }

  private boolean period() {
    int after = cursor.peek(1);
    if (after == Cursor.END || after == '_' || after == '.' || Words.isLetter(after)) {
      return false;
    }
    cursor.take();
    digits.append('.');
    if (!Words.isDigit(after)) {
      digits.append('0');
    }
    hasPeriod = true;
    return true;
  }

  private boolean exponent() {
    int after = cursor.peek(1);
    boolean signed = after == '+' || after == '-';
    if (!signed && !Words.isDigit(after)) {
      return false;
    }
    cursor.take();
    digits.append('e');
    if (signed) {
      digits.append((char) cursor.take());
    }
    hasExponent = true;
    hasPeriod = true;
    return true;
  }

  private boolean prefix(char first, int newRadix) {
    if (first != '0' || digits.length() > 1) {
      return false;
    }
    digits.append((char) cursor.take());
    radix = newRadix;
    return true;
  }

  private static Token decimal(String text, Span span) {
    try {
      return Token.of(TokenKind.INTEGER, span, text, Long.parseLong(text));
    } catch (NumberFormatException notAnInteger) {
      return decimalFraction(text, span);
    }
  }

  private static Token decimalFraction(String text, Span span) {
    char last = text.charAt(text.length() - 1);
    if (last == '+' || last == '-') {
      return malformed(text, span);
    }
    double value = Double.parseDouble(text);
    return Token.of(TokenKind.FLOAT, span, text, Double.doubleToRawLongBits(value));
  }

  private Token inRadix(String text, Span span) {
    try {
      // a sign stands where only digits may: "-0xFF" leaves "xFF"
      return Token.of(TokenKind.INTEGER, span, text, Long.parseUnsignedLong(text, radix));
    } catch (NumberFormatException tooLong) {
      return malformed(text, span);
    }
  }

  private static Token malformed(String text, Span span) {
    return Token.failed(
        SyntaxError.bad(LexErrorKind.MALFORMED_NUMBER, "Invalid number: '" + text + "'", span),
        span);
  }
}

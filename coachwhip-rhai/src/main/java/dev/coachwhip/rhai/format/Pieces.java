package dev.coachwhip.rhai.format;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script's text into pieces. Any text can be cut; what is no token becomes a symbol. */
final class Pieces {

  private static final List<String> SYMBOLS =
      List.of(
          "...", "===", "!==", "**=", "<<=", ">>=", "..=", "::<", "#{", "::", "=>", "==", "!=",
          "<=", ">=", "&&", "||", "??", "?.", "?[", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
          "**", "<<", ">>", "..", "->", "<-", ":=", "++", "--", "|>", "<|");

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private Pieces(String text) {
    this.text = text;
  }

  static List<Piece> of(String text) {
    Pieces pieces = new Pieces(text);
    pieces.cut();
    return pieces.pieces;
  }

  private void cut() {
    int gap = 0;
    int lineBreaks = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        lineBreaks++;
        gap = 0;
        at++;
      } else if (Character.isWhitespace(c)) {
        gap++;
        at++;
      } else {
        add(gap, lineBreaks);
        gap = 0;
        lineBreaks = 0;
      }
    }
  }

  private void add(int gap, int lineBreaks) {
    int start = at;
    Piece.Kind kind = skip();
    String piece = text.substring(start, at);
    String kept = kind == Piece.Kind.LINE_COMMENT ? piece.stripTrailing() : piece;
    pieces.add(new Piece(kind, kept, gap, lineBreaks));
  }

  private Piece.Kind skip() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      skipLine();
      return Piece.Kind.LINE_COMMENT;
    }
    if (text.startsWith("/*", at)) {
      skipBlockComment();
      return Piece.Kind.BLOCK_COMMENT;
    }
    if (c == '"' || c == '`' || c == '\'' || startsRawText()) {
      skipText(c);
      return Piece.Kind.TEXT;
    }
    if (c >= '0' && c <= '9') {
      skipNumber();
      return Piece.Kind.NUMBER;
    }
    if (isWordPart(c)) {
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      return Piece.Kind.WORD;
    }
    skipSymbol();
    return Piece.Kind.SYMBOL;
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void skipBlockComment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return;
        }
      } else {
        at++;
      }
    }
  }

  private boolean startsRawText() {
    int quote = at;
    while (quote < text.length() && text.charAt(quote) == '#') {
      quote++;
    }
    return quote > at && quote < text.length() && text.charAt(quote) == '"';
  }

  private void skipText(char first) {
    if (first == '#') {
      int quote = text.indexOf('"', at);
      String end = "\"" + text.substring(at, quote);
      int found = text.indexOf(end, quote + 1);
      at = found < 0 ? text.length() : found + end.length();
    } else if (first == '`') {
      skipTemplate();
    } else {
      skipQuoted(first);
    }
  }

  private void skipQuoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + 1);
  }

  private void skipTemplate() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("``", at) || text.startsWith("\\${", at)) {
        at += 2;
      } else if (c == '`') {
        at++;
        return;
      } else if (text.startsWith("${", at)) {
        at += 2;
        skipInterpolation();
      } else {
        at++;
      }
    }
  }

  private void skipInterpolation() {
    int depth = 1;
    while (at < text.length() && depth > 0) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      }
      int start = at;
      skip();
      if (text.substring(start, at).equals("#{")) {
        depth++;
      }
    }
  }

  private void skipNumber() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean point = c == '.' && isPoint();
      boolean sign = (c == '+' || c == '-') && isExponent();
      if (!isWordPart(c) && !point && !sign) {
        return;
      }
      at++;
    }
  }

  /** A point belongs to the number unless a range or a method follows. */
  private boolean isPoint() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return next != '.' && next != '_' && !Character.isLetter(next);
  }

  private boolean isExponent() {
    char before = text.charAt(at - 1);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return (before == 'e' || before == 'E') && Character.isDigit(next) && isDecimal();
  }

  private boolean isDecimal() {
    int start = at - 1;
    while (start > 0 && (isWordPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    return !text.startsWith("0x", start) && !text.startsWith("0X", start);
  }

  private void skipSymbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.equals("?[") ? 1 : symbol.length();
        return;
      }
    }
    at += Character.charCount(text.codePointAt(at));
  }

  private static boolean isWordPart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}

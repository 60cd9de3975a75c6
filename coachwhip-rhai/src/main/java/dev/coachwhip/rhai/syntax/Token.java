package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One token.
 *
 * @param kind what it is
 * @param span where; the position of a text that goes on after an interpolation is that of its
 *     first character, and none if it has no characters
 * @param text its characters: a name, a string's value, how a number is written
 * @param bits an integer, a code point, or the bits of a double
 * @param comments the doc-comments right before it
 * @param error why it is none
 */
record Token(
    TokenKind kind,
    Span span,
    String text,
    long bits,
    List<String> comments,
    @Nullable SyntaxError error) {

  static Token of(TokenKind kind, Span span) {
    return new Token(kind, span, kind.text(), 0, List.of(), null);
  }

  static Token of(TokenKind kind, Span span, String text) {
    return new Token(kind, span, text, 0, List.of(), null);
  }

  static Token of(TokenKind kind, Span span, String text, long bits) {
    return new Token(kind, span, text, bits, List.of(), null);
  }

  static Token failed(SyntaxError error, Span span) {
    return new Token(TokenKind.ERROR, span, "", 0, List.of(), error);
  }

  boolean is(TokenKind wanted) {
    return kind == wanted;
  }

  double number() {
    return Double.longBitsToDouble(bits);
  }

  Token withComments(List<String> before) {
    return new Token(kind, span, text, bits, before, error);
  }

  /** Throws if this is no token at all. */
  void check() {
    if (error != null) {
      throw error;
    }
  }

  /** Returns how Rhai's messages show it. */
  String shown() {
    return switch (kind) {
      case STRING -> "\"" + text + "\"";
      case ERROR -> error == null ? "" : error.description();
      case INTERPOLATED, END -> kind.text();
      default -> text;
    };
  }
}

package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens with one of look-ahead. */
final class TokenStream {

  private final Lexer lexer;
  private @Nullable Token peeked;
  private int end;

  TokenStream(Lexer lexer) {
    this.lexer = lexer;
  }

  Token peek() {
    Token token = peeked;
    if (token == null) {
      token = lexer.next();
      peeked = token;
    }
    return token;
  }

  Token next() {
    Token token = peek();
    peeked = null;
    end = Math.max(end, token.span().end());
    return token;
  }

  boolean at(TokenKind kind) {
    return peek().kind() == kind;
  }

  Span here() {
    return peek().span();
  }

  /** Takes the next token if it is of that kind. */
  boolean takeIf(TokenKind kind) {
    if (!at(kind)) {
      return false;
    }
    next();
    return true;
  }

  /** Takes the next token, which must be of that kind. */
  Token take(TokenKind kind, String purpose) {
    Token token = next();
    if (!token.is(kind)) {
      token.check();
      throw SyntaxError.missing(kind, purpose, token.span());
    }
    return token;
  }

  /** Takes a name. */
  Name name() {
    Token token = next();
    if (token.is(TokenKind.IDENTIFIER)) {
      return new Name(token.text(), token.span());
    }
    if (token.is(TokenKind.RESERVED) && Words.isIdentifier(token.text())) {
      throw SyntaxError.reserved(token.text(), token.span());
    }
    token.check();
    throw SyntaxError.of(
        ParseErrorKind.VARIABLE_EXPECTED, "Expecting name of a variable", token.span());
  }

  /** Makes the next token text; nothing may have been looked at. */
  void expectText() {
    lexer.expectText();
  }

  /** Makes the next token one character; nothing may have been looked at. */
  void expectRaw() {
    lexer.expectRaw();
  }

  /** Returns where the last token that was taken ends. */
  int end() {
    return end;
  }

  /** Returns a place that reaches up to the last token taken. */
  Span reaching(Span place) {
    return new Span(place.line(), place.column(), place.start(), Math.max(place.start(), end));
  }

  List<String> scriptComments() {
    return lexer.scriptComments();
  }
}

package dev.coachwhip.rhai.syntax;

/** Makes another token of a token. */
@FunctionalInterface
interface TokenMapper {

  /** Leaves all as they are. */
  TokenMapper NONE = token -> token;

  Token map(Token token);

  /** JSON: braces make maps, {@code null} is unit, and what only Rhai has is refused. */
  static Token json(Token token) {
    return switch (token.kind()) {
      case RESERVED -> token.text().equals("null") ? Token.of(TokenKind.UNIT, token.span()) : token;
      case LEFT_BRACE -> Token.of(TokenKind.MAP_START, token.span());
      case UNIT, MAP_START -> improper(token.text(), token);
      case INTERPOLATED -> improper("interpolated string", token);
      default -> token;
    };
  }

  private static Token improper(String symbol, Token token) {
    return Token.failed(SyntaxError.improper(symbol, "", token.span()), token.span());
  }
}

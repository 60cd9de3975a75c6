package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A script that is none, with Rhai's kind, text and place. Has no stack trace. */
public final class SyntaxError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ParseErrorKind kind;
  private final @Nullable LexErrorKind lexKind;
  private final String description;
  private final int line;
  private final int column;

  SyntaxError(ParseErrorKind kind, @Nullable LexErrorKind lexKind, String description, Span place) {
    super("", null, false, false);
    this.kind = kind;
    this.lexKind = lexKind;
    this.description = description;
    line = place.line();
    column = place.column();
  }

  static SyntaxError of(ParseErrorKind kind, String description, Span place) {
    return new SyntaxError(kind, null, description, place);
  }

  static SyntaxError bad(LexErrorKind kind, String description, Span place) {
    return new SyntaxError(ParseErrorKind.BAD_INPUT, kind, description, place);
  }

  static SyntaxError missing(String token, String description, Span place) {
    return of(ParseErrorKind.MISSING_TOKEN, "Expecting '" + token + "' " + description, place);
  }

  static SyntaxError missing(TokenKind token, String description, Span place) {
    return missing(token.text(), description, place);
  }

  static SyntaxError unexpected(Token token, Span place) {
    return bad(LexErrorKind.UNEXPECTED_INPUT, "Unexpected '" + token.shown() + "'", place);
  }

  static SyntaxError improper(String symbol, String description, Span place) {
    return bad(
        LexErrorKind.IMPROPER_SYMBOL,
        description.isEmpty() ? "Invalid symbol encountered: '" + symbol + "'" : description,
        place);
  }

  static SyntaxError reserved(String word, Span place) {
    return of(
        ParseErrorKind.RESERVED,
        "'" + word + "' is a reserved " + (Words.isIdentifier(word) ? "keyword" : "symbol"),
        place);
  }

  static SyntaxError tooLarge(String what, int limit, Span place) {
    return of(
        ParseErrorKind.LITERAL_TOO_LARGE,
        what + " exceeds the maximum limit (" + limit + ")",
        place);
  }

  /** Returns what a script is refused with that nests more deeply than the thread's stack bears. */
  public static SyntaxError tooDeep() {
    return of(
        ParseErrorKind.EXPRESSION_TOO_DEEP, "Expression exceeds maximum complexity", Span.NONE);
  }

  /**
   * Returns what a script is refused with that cannot be compiled, since a part of it is too large
   * for the JVM.
   *
   * @param what is too large, and how large it may be
   */
  public static SyntaxError tooLarge(String what, Span place) {
    return of(ParseErrorKind.LITERAL_TOO_LARGE, what, place);
  }

  /** Returns what is wrong. */
  public ParseErrorKind kind() {
    return kind;
  }

  /** Returns what is wrong with the token, if {@link #kind()} is {@code BAD_INPUT}. */
  public Optional<LexErrorKind> lexKind() {
    return Optional.ofNullable(lexKind);
  }

  /** Returns the message without the place. */
  public String description() {
    return description;
  }

  /** Returns the line, from 1; 0 if there is no place. */
  public int line() {
    return line;
  }

  /** Returns the column in characters, from 1; 0 if there is no place. */
  public int column() {
    return column;
  }

  /**
   * Returns Rhai's text, such as {@code Syntax error: Script is incomplete (line 1, position 4)}.
   */
  @Override
  public String getMessage() {
    String place = line == 0 ? "" : " (line " + line + ", position " + column + ")";
    return "Syntax error: " + description + place;
  }
}

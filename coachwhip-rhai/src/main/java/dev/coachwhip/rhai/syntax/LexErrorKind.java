package dev.coachwhip.rhai.syntax;

/** What is wrong with a token, as in Rhai's {@code LexError}. */
public enum LexErrorKind {
  UNEXPECTED_INPUT("UnexpectedInput"),
  UNTERMINATED_STRING("UnterminatedString"),
  STRING_TOO_LONG("StringTooLong"),
  MALFORMED_ESCAPE_SEQUENCE("MalformedEscapeSequence"),
  MALFORMED_NUMBER("MalformedNumber"),
  MALFORMED_CHARACTER("MalformedChar"),
  MALFORMED_IDENTIFIER("MalformedIdentifier"),
  IMPROPER_SYMBOL("ImproperSymbol");

  private final String rhaiName;

  LexErrorKind(String rhaiName) {
    this.rhaiName = rhaiName;
  }

  /** Returns Rhai's name for it. */
  public String rhaiName() {
    return rhaiName;
  }
}

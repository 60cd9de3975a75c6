package dev.coachwhip.rhai.syntax;

import java.util.EnumSet;
import java.util.Set;

/** What a token is: Rhai's keywords and symbols, and the kinds whose text differs. */
enum TokenKind {
  INTEGER(""),
  FLOAT(""),
  IDENTIFIER(""),
  CHARACTER(""),
  STRING(""),
  /** A piece of a back-tick string that ends before <code>${</code>. */
  INTERPOLATED("string"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_PARENTHESIS("("),
  RIGHT_PARENTHESIS(")"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  UNIT("()"),
  PLUS("+", 150),
  UNARY_PLUS("+"),
  MINUS("-", 150),
  UNARY_MINUS("-"),
  MULTIPLY("*", 180),
  DIVIDE("/", 180),
  REMAINDER("%", 180),
  POWER("**", 190),
  SHIFT_LEFT("<<", 210),
  SHIFT_RIGHT(">>", 210),
  SEMICOLON(";"),
  COLON(":"),
  DOUBLE_COLON("::"),
  DOUBLE_ARROW("=>"),
  UNDERSCORE("_"),
  COMMA(","),
  PERIOD("."),
  ELVIS("?."),
  DOUBLE_QUESTION("??", 135),
  QUESTION_BRACKET("?["),
  EXCLUSIVE_RANGE("..", 140),
  INCLUSIVE_RANGE("..=", 140),
  MAP_START("#{"),
  EQUALS("="),
  TRUE("true"),
  FALSE("false"),
  LET("let"),
  CONST("const"),
  IF("if"),
  ELSE("else"),
  SWITCH("switch"),
  DO("do"),
  WHILE("while"),
  UNTIL("until"),
  LOOP("loop"),
  FOR("for"),
  IN("in", 110),
  NOT_IN("!in", 110),
  LESS("<", 130),
  GREATER(">", 130),
  LESS_OR_EQUAL("<=", 130),
  GREATER_OR_EQUAL(">=", 130),
  EQUAL("==", 90),
  NOT_EQUAL("!=", 90),
  BANG("!"),
  PIPE("|", 30),
  OR("||", 30),
  XOR("^", 30),
  AMPERSAND("&", 60),
  AND("&&", 60),
  FN("fn"),
  CONTINUE("continue"),
  BREAK("break"),
  RETURN("return"),
  THROW("throw"),
  TRY("try"),
  CATCH("catch"),
  PLUS_ASSIGN("+="),
  MINUS_ASSIGN("-="),
  MULTIPLY_ASSIGN("*="),
  DIVIDE_ASSIGN("/="),
  SHIFT_LEFT_ASSIGN("<<="),
  SHIFT_RIGHT_ASSIGN(">>="),
  AND_ASSIGN("&="),
  OR_ASSIGN("|="),
  XOR_ASSIGN("^="),
  REMAINDER_ASSIGN("%="),
  POWER_ASSIGN("**="),
  PRIVATE("private"),
  IMPORT("import"),
  EXPORT("export"),
  AS("as"),
  /** What cannot be a token; its error is ready. */
  ERROR(""),
  /** A reserved word or symbol. */
  RESERVED(""),
  /** A word or symbol that the host made an operator or a part of its syntax. */
  CUSTOM(""),
  /** One character as it stands, for {@code $raw$}. */
  RAW(""),
  END("{EOF}");

  private static final Set<TokenKind> OPERATOR_ASSIGNMENTS =
      EnumSet.range(PLUS_ASSIGN, POWER_ASSIGN);

  private final String text;
  private final int precedence;

  TokenKind(String text) {
    this(text, 0);
  }

  TokenKind(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** Returns how it is written, or nothing for kinds whose text differs. */
  String text() {
    return text;
  }

  /** Returns how tightly it binds as an operator between two operands; 0 for what is none. */
  int precedence() {
    return precedence;
  }

  /** Tells whether it is always written the same. */
  boolean isLiteral() {
    return switch (this) {
      case INTEGER,
          FLOAT,
          IDENTIFIER,
          CHARACTER,
          STRING,
          INTERPOLATED,
          ERROR,
          RESERVED,
          CUSTOM,
          RAW,
          END ->
          false;
      default -> true;
    };
  }

  /** Tells whether it assigns and operates in one. */
  boolean isOperatorAssignment() {
    return OPERATOR_ASSIGNMENTS.contains(this);
  }

  /** Tells whether a {@code -} right after it is a sign. */
  boolean comesBeforeSign() {
    return switch (this) {
      case SEMICOLON,
          COLON,
          COMMA,
          DOUBLE_QUESTION,
          EXCLUSIVE_RANGE,
          INCLUSIVE_RANGE,
          LEFT_BRACE,
          LEFT_PARENTHESIS,
          LEFT_BRACKET,
          PLUS,
          PLUS_ASSIGN,
          UNARY_PLUS,
          MINUS,
          MINUS_ASSIGN,
          UNARY_MINUS,
          MULTIPLY,
          MULTIPLY_ASSIGN,
          DIVIDE,
          DIVIDE_ASSIGN,
          REMAINDER,
          REMAINDER_ASSIGN,
          POWER,
          POWER_ASSIGN,
          SHIFT_LEFT,
          SHIFT_LEFT_ASSIGN,
          SHIFT_RIGHT,
          SHIFT_RIGHT_ASSIGN,
          EQUALS,
          EQUAL,
          NOT_EQUAL,
          LESS,
          GREATER,
          BANG,
          LESS_OR_EQUAL,
          GREATER_OR_EQUAL,
          PIPE,
          AMPERSAND,
          IF,
          WHILE,
          UNTIL,
          IN,
          NOT_IN,
          AND,
          AND_ASSIGN,
          OR,
          OR_ASSIGN,
          XOR,
          XOR_ASSIGN,
          RETURN,
          THROW,
          QUESTION_BRACKET,
          ERROR ->
          true;
      default -> false;
    };
  }

  /** Tells whether it is a keyword in Rhai's eyes; {@code switch} is not. */
  boolean isKeyword() {
    return switch (this) {
      case FN,
          PRIVATE,
          IMPORT,
          EXPORT,
          AS,
          TRUE,
          FALSE,
          LET,
          CONST,
          IF,
          ELSE,
          DO,
          WHILE,
          UNTIL,
          LOOP,
          FOR,
          IN,
          CONTINUE,
          BREAK,
          RETURN,
          THROW,
          TRY,
          CATCH ->
          true;
      default -> false;
    };
  }

  /** Tells whether {@code $symbol$} takes it. */
  boolean isSymbol() {
    return isLiteral()
        && !Character.isLetter(text.charAt(text.length() - 1))
        && this != DOUBLE_ARROW
        && this != UNIT
        && this != UNDERSCORE;
  }
}

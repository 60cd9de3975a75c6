package dev.coachwhip.rhai.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how many blanks stand between two pieces of a line. */
final class Spacing {

  private static final Set<String> NOT_NAMES =
      Set.of(
          "if", "else", "while", "for", "in", "loop", "do", "until", "return", "throw", "break",
          "switch", "let", "const", "catch", "import", "export", "as", "case");

  private static final Set<String> BINARY =
      Set.of(
          "+", "-", "*", "/", "%", "**", "<<", ">>", "&", "|", "^", "&&", "||", "??", "==", "!=",
          "<", "<=", ">", ">=", "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", "&=", "|=",
          "^=", "=>");

  private static final Set<String> TIGHT = Set.of(".", "?.", "::", "?");

  private final Roles roles;

  /** Makes it for the pieces whose roles are known. */
  Spacing(Roles roles) {
    this.roles = roles;
  }

  /** Returns the blanks before a piece that is not the first of its line. */
  int before(int index) {
    Piece left = roles.piece(index - 1);
    Piece right = roles.piece(index);
    if (left.isComment() || right.isComment()) {
      return Math.max(1, right.gap());
    }
    Integer fixed = bracketsAndMarks(left, right);
    if (fixed != null) {
      return fixed;
    }
    if (isTight(left) || isTight(right)) {
      return 0;
    }
    if (isRange(left) || isRange(right)) {
      return Math.min(1, right.gap());
    }
    return words(index, left, right);
  }

  private static @Nullable Integer bracketsAndMarks(Piece left, Piece right) {
    if (right.is(",") || right.is(";") || right.is(")") || right.is("]")) {
      return 0;
    }
    if (left.is("(") || left.is("[")) {
      return 0;
    }
    if (left.is(",") || left.is(";")) {
      return 1;
    }
    if (right.is("}")) {
      return left.is("{") || left.is("#{") ? 0 : 1;
    }
    if (left.is("{") || left.is("#{")) {
      return 1;
    }
    return right.is("{") ? (Integer) 1 : null;
  }

  private static boolean isTight(Piece piece) {
    return piece.kind() == Piece.Kind.SYMBOL && TIGHT.contains(piece.text());
  }

  private static boolean isRange(Piece piece) {
    return piece.is("..") || piece.is("..=");
  }

  private int words(int index, Piece left, Piece right) {
    if (right.is(":")) {
      return 0;
    }
    if (left.is(":")) {
      return 1;
    }
    if (roles.opensParameters(index - 1) || roles.closesParameters(index)) {
      return 0;
    }
    if (roles.closesParameters(index - 1)) {
      return 1;
    }
    if (roles.isPrefix(index - 1)) {
      return left.is("!") ? 0 : Math.min(1, right.gap()); // `- 5` and `-5` are not the same
    }
    if (roles.isPrefix(index)) {
      return left.kind() == Piece.Kind.SYMBOL && !isBinary(left) ? Math.min(1, right.gap()) : 1;
    }
    if (isBinary(left) || isBinary(right)) {
      return 1;
    }
    if (right.is("(") || right.is("[") || right.is("!")) {
      return isKeyword(left) ? 1 : left.kind() == Piece.Kind.WORD ? 0 : Math.min(1, right.gap());
    }
    boolean symbols = left.kind() == Piece.Kind.SYMBOL || right.kind() == Piece.Kind.SYMBOL;
    return symbols && !left.closes() ? Math.min(1, right.gap()) : 1;
  }

  private static boolean isKeyword(Piece piece) {
    return piece.kind() == Piece.Kind.WORD && NOT_NAMES.contains(piece.text());
  }

  static boolean isBinary(Piece piece) {
    return piece.kind() == Piece.Kind.SYMBOL && BINARY.contains(piece.text());
  }

  /** Tells whether an operand follows a piece. */
  static boolean expectsOperand(Piece piece) {
    return isBinary(piece)
        || isRange(piece)
        || isKeyword(piece)
        || piece.opens()
        || piece.is(",")
        || piece.is(";")
        || piece.is(":")
        || piece.is("!");
  }
}

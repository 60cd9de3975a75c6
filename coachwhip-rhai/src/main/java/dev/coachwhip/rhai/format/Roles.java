package dev.coachwhip.rhai.format;

import java.util.BitSet;
import java.util.List;

/**
 * Finds what signs mean that mean different things: which minus has one operand, which bar opens.
 */
final class Roles {

  private final List<Piece> pieces;
  private final BitSet prefixes = new BitSet();
  private final BitSet opening = new BitSet();
  private final BitSet closing = new BitSet();

  Roles(List<Piece> pieces) {
    this.pieces = pieces;
    boolean operand = true;
    boolean inParameters = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.isComment()) {
        continue;
      }
      boolean expected = operand || afterBlock(i);
      operand = Spacing.expectsOperand(piece);
      if (piece.is("|") && inParameters) {
        closing.set(i);
        inParameters = false;
        operand = true;
      } else if (piece.is("|") && expected) {
        opening.set(i);
        inParameters = true;
      } else if (piece.is("||") && expected) {
        closing.set(i); // no parameters
      } else if (expected && (piece.is("-") || piece.is("+") || piece.is("!"))) {
        prefixes.set(i);
      }
    }
  }

  /** A new line after a block begins a statement, where one operand more would be none. */
  private boolean afterBlock(int index) {
    return index > 0 && pieces.get(index).startsLine() && pieces.get(index - 1).is("}");
  }

  Piece piece(int index) {
    return pieces.get(index);
  }

  boolean isPrefix(int index) {
    return prefixes.get(index);
  }

  boolean opensParameters(int index) {
    return opening.get(index);
  }

  boolean closesParameters(int index) {
    return closing.get(index) && pieces.get(index).is("|");
  }

  /** Tells whether a piece goes on with the expression of the line before. */
  boolean continues(int index) {
    Piece piece = pieces.get(index);
    return piece.is(".")
        || piece.is("?.")
        || (Spacing.isBinary(piece)
            && !prefixes.get(index)
            && !opening.get(index)
            && !closing.get(index));
  }
}

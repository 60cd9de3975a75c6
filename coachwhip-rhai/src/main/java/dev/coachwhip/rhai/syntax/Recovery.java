package dev.coachwhip.rhai.syntax;

import java.util.ArrayList;
import java.util.List;

/** Goes on after an error with the next statement, to find more of them. */
final class Recovery {

  private static final int MOST_ERRORS = 100;

  private final TokenStream tokens;
  private final List<SyntaxError> errors = new ArrayList<>();

  Recovery(TokenStream tokens) {
    this.tokens = tokens;
  }

  List<SyntaxError> errors() {
    return List.copyOf(errors);
  }

  boolean isFull() {
    return errors.size() >= MOST_ERRORS;
  }

  /** Parses a statement; if it is none, notes why and skips it. */
  void attempt(boolean inBlock, Runnable statement) {
    int before = tokens.end();
    try {
      statement.run();
    } catch (SyntaxError e) {
      note(e);
      if (isFull() || tokens.at(TokenKind.END)) {
        throw e;
      }
      skip(inBlock, before == tokens.end());
    }
  }

  void note(SyntaxError error) {
    if (!errors.contains(error)) {
      errors.add(error);
    }
  }

  /** Skips to behind the next semicolon, to the brace that ends the block, or to a function. */
  private void skip(boolean inBlock, boolean stuck) {
    boolean mayStop = !stuck;
    int depth = 0;
    while (!tokens.at(TokenKind.END)) {
      TokenKind kind = tokens.peek().kind();
      if (depth == 0 && inBlock && kind == TokenKind.RIGHT_BRACE) {
        return;
      }
      if (depth == 0 && !inBlock && kind == TokenKind.FN && mayStop) {
        return;
      }
      mayStop = true;
      tokens.next();
      switch (kind) {
        case LEFT_BRACE, MAP_START -> depth++;
        case RIGHT_BRACE -> depth = Math.max(0, depth - 1);
        default -> {}
      }
      boolean ends = kind == TokenKind.SEMICOLON || kind == TokenKind.RIGHT_BRACE;
      if (depth == 0 && ends) {
        return;
      }
    }
  }
}

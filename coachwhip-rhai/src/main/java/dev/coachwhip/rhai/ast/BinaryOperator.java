package dev.coachwhip.rhai.ast;

/** Operators that evaluate both sides, each also the name of a function. */
public enum BinaryOperator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  POWER("**"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  AND("&"),
  OR("|"),
  XOR("^"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  BinaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns how it is written. */
  public String symbol() {
    return symbol;
  }
}

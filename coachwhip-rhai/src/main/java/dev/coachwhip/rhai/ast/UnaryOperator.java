package dev.coachwhip.rhai.ast;

/** Operators before an operand. */
public enum UnaryOperator {
  MINUS("-"),
  PLUS("+"),
  NOT("!");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns how it is written. */
  public String symbol() {
    return symbol;
  }
}

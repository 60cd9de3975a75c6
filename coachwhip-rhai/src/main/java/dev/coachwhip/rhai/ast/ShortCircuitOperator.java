package dev.coachwhip.rhai.ast;

/** Operators that evaluate their right side only if they must. */
public enum ShortCircuitOperator {
  AND("&&"),
  OR("||"),
  COALESCE("??");

  private final String symbol;

  ShortCircuitOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Returns how it is written. */
  public String symbol() {
    return symbol;
  }
}

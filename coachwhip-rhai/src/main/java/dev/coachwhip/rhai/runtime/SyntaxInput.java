package dev.coachwhip.rhai.runtime;

import org.jspecify.annotations.Nullable;

/** What stands for a placeholder of a syntax of the host, where that runs. */
public interface SyntaxInput {

  /**
   * Runs it in the scope that the syntax is used in. What leaves a loop or a function from within
   * leaves this by an exception that must be passed on.
   *
   * @param keepsVariables whether what a block declares stays
   */
  Object evaluate(boolean keepsVariables);

  /** Returns a name, a symbol, or the text of a literal string; null if it is none of these. */
  @Nullable String text();

  /** Returns the value of a literal; null if it is none. */
  @Nullable Object literal();

  /** Returns the line from 1. */
  int line();

  /** Returns the column from 1. */
  int column();
}

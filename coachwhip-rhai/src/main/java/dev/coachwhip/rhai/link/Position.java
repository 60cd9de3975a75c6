package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.RhaiError;

/**
 * A line and a column in one {@code long}, so that a position is one constant in compiled code. 0
 * is no position.
 */
public final class Position {

  /** No position. */
  public static final long NONE = 0;

  private Position() {}

  /** Packs a position; line 0 is none. */
  public static long of(int line, int column) {
    return (long) line << Integer.SIZE | column;
  }

  /** Returns the line, from 1; 0 for none. */
  public static int line(long position) {
    return (int) (position >>> Integer.SIZE);
  }

  /** Returns the column in characters, from 1; 0 for none. */
  public static int column(long position) {
    return (int) position;
  }

  /** Gives an error a position if it has none. Returns the error. */
  public static RhaiError fill(RhaiError error, long position) {
    return error.withPosition(line(position), column(position));
  }
}

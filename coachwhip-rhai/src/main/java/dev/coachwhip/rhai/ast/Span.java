package dev.coachwhip.rhai.ast;

/**
 * Where a node stands in its source.
 *
 * @param line the line that Rhai reports for the node, from 1; 0 for no position
 * @param column the column that Rhai reports, in characters (code points), from 1; 0 for the start
 *     of a line before its first character
 * @param start where the reported token begins, in chars of the text, from 0
 * @param end where the node ends, exclusive; at least {@code start}
 */
public record Span(int line, int column, int start, int end) {

  /** The position of what has none. */
  public static final Span NONE = new Span(0, 0, 0, 0);

  /** Tells whether it is a place at all. */
  public boolean isSomewhere() {
    return line > 0;
  }
}

package dev.coachwhip.rhai.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Lays a script out: four blanks for each level of brackets, one blank around operators and after
 * commas, no more than one empty line in a row. Line breaks stay where they are, and so do
 * comments.
 */
public final class Layout {

  private static final String LEVEL = "    ";

  private final List<Piece> pieces;
  private final Roles roles;
  private final Spacing spacing;
  private final StringBuilder out = new StringBuilder();

  /** For each open bracket the level of the line that it is in. */
  private final Deque<Integer> open = new ArrayDeque<>();

  private int lineLevel;

  private Layout(List<Piece> pieces) {
    this.pieces = pieces;
    this.roles = new Roles(pieces);
    this.spacing = new Spacing(roles);
  }

  /**
   * Returns a script, laid out; it means the same. One with a text in double quotes that goes on in
   * another line stays as it is: how much of the indentation belongs to that text depends on the
   * column where it begins.
   */
  public static String of(String script) {
    List<Piece> pieces = Pieces.of(script.replace("\r\n", "\n"));
    if (pieces.stream().anyMatch(Layout::isContinuedText)) {
      return script;
    }
    Layout layout = new Layout(pieces);
    layout.write();
    return layout.out.toString();
  }

  private static boolean isContinuedText(Piece piece) {
    return piece.kind() == Piece.Kind.TEXT
        && piece.text().startsWith("\"")
        && piece.text().contains("\n");
  }

  private void write() {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (i == 0 || piece.startsLine()) {
        beginLine(i);
      } else {
        out.append(" ".repeat(spacing.before(i)));
      }
      out.append(piece.kind() == Piece.Kind.BLOCK_COMMENT ? moved(piece, i) : piece.text());
      track(piece);
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void beginLine(int index) {
    Piece piece = pieces.get(index);
    if (index > 0) {
      out.append(piece.lineBreaks() > 1 ? "\n\n" : "\n");
    }
    lineLevel = open.isEmpty() ? 0 : open.peek() + 1;
    if (piece.closes() && !open.isEmpty()) {
      lineLevel = open.peek();
    } else if (index > 0 && roles.continues(index)) {
      lineLevel++;
    }
    out.append(LEVEL.repeat(lineLevel));
  }

  /** Returns a comment whose further lines keep their distance from its first. */
  private String moved(Piece comment, int index) {
    boolean first = index == 0 || comment.startsLine();
    int shift = first ? LEVEL.length() * lineLevel - comment.gap() : 0;
    return shift >= 0
        ? comment.text().replace("\n", "\n" + " ".repeat(shift))
        : comment.text().replaceAll("\n {0," + -shift + "}", "\n");
  }

  private void track(Piece piece) {
    if (piece.opens()) {
      open.push(lineLevel);
    } else if (piece.closes() && !open.isEmpty()) {
      int _ = open.pop();
    }
  }
}

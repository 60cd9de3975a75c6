package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.ast.Span;
import java.util.List;

/** Lists of positions as constants of class files: a line and a column each. */
final class Places {

  /** What comes after cannot be written, so the position is not known. */
  private static final int MOST = Character.MIN_SURROGATE - 1;

  private Places() {}

  static String of(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      boolean known = span.line() <= MOST && span.column() <= MOST;
      text.append((char) (known ? span.line() : 0)).append((char) (known ? span.column() : 0));
    }
    return text.toString();
  }
}

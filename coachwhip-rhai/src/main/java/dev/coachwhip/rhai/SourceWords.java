package dev.coachwhip.rhai;

/** Finds where what begins at a place of a source line ends. */
final class SourceWords {

  private static final String OPERATOR_SIGNS = "+-*/%=<>!&|^?.:";
  private static final String QUOTES = "\"'`";

  private SourceWords() {}

  /**
   * Returns the column after the word, number, text or operator that begins at a column; columns
   * are in code points, from 1.
   */
  static int endColumn(String line, int column) {
    int[] signs = line.codePoints().toArray();
    int start = column - 1;
    if (start >= signs.length) {
      return column + 1;
    }
    int end = start + 1;
    int first = signs[start];
    if (isWordPart(first)) {
      while (end < signs.length && isWordPart(signs[end])) {
        end++;
      }
    } else if (QUOTES.indexOf(first) >= 0) {
      end = endOfText(signs, start);
    } else if (OPERATOR_SIGNS.indexOf(first) >= 0) {
      while (end < signs.length && OPERATOR_SIGNS.indexOf(signs[end]) >= 0) {
        end++;
      }
    }
    return end + 1;
  }

  private static boolean isWordPart(int sign) {
    return sign == '_' || Character.isLetterOrDigit(sign);
  }

  private static int endOfText(int[] signs, int start) {
    for (int i = start + 1; i < signs.length; i++) {
      if (signs[i] == '\\' && signs[start] != '`') {
        i++;
      } else if (signs[i] == signs[start]) {
        return i + 1;
      }
    }
    return signs.length;
  }
}

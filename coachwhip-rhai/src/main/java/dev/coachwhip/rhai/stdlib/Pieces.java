package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.TextSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of a text between delimiters. An empty delimiter is found before, between and after
 * all characters.
 */
final class Pieces {

  private Pieces() {}

  /** Returns the pieces from the start on; the last of as many as allowed is all that is left. */
  static List<String> forward(String text, String delimiter, long most) {
    List<String> pieces = new ArrayList<>();
    TextSearch.Finder finder = TextSearch.finder(delimiter);
    int start = 0;
    int found = finder.find(text, 0);
    while (found >= 0 && pieces.size() + 1 < most) {
      pieces.add(text.substring(start, found));
      start = found + delimiter.length();
      found = delimiter.isEmpty() ? next(text, found) : finder.find(text, start);
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static int next(String text, int boundary) {
    return boundary < text.length() ? text.offsetByCodePoints(boundary, 1) : -1;
  }

  /** Returns the pieces from the end on. */
  static List<String> backward(String text, String delimiter, long most) {
    if (!TextSearch.isShort(delimiter)) {
      return forward(mirrored(text), mirrored(delimiter), most).stream()
          .map(Pieces::mirrored)
          .toList();
    }
    List<String> pieces = new ArrayList<>();
    int end = text.length();
    int found = text.lastIndexOf(delimiter);
    while (found >= 0 && pieces.size() + 1 < most) {
      pieces.add(text.substring(found + delimiter.length(), end));
      end = found;
      found = delimiter.isEmpty() ? previous(text, found) : before(text, delimiter, end);
    }
    pieces.add(text.substring(0, end));
    return pieces;
  }

  // Unlike a StringBuilder's, this keeps no pairs of surrogates, so mirroring twice is nothing.
  private static String mirrored(String text) {
    char[] units = text.toCharArray();
    for (int i = 0, k = units.length - 1; i < k; i++, k--) {
      char kept = units[i];
      units[i] = units[k];
      units[k] = kept;
    }
    return new String(units);
  }

  private static int previous(String text, int boundary) {
    return boundary > 0 ? text.offsetByCodePoints(boundary, -1) : -1;
  }

  private static int before(String text, String delimiter, int end) {
    return text.lastIndexOf(delimiter, end - delimiter.length());
  }
}

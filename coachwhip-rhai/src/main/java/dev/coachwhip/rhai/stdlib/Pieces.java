package dev.coachwhip.rhai.stdlib;

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
    int start = 0;
    int found = text.indexOf(delimiter);
    while (found >= 0 && pieces.size() + 1 < most) {
      pieces.add(text.substring(start, found));
      start = found + delimiter.length();
      found = delimiter.isEmpty() ? next(text, found) : text.indexOf(delimiter, start);
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static int next(String text, int boundary) {
    return boundary < text.length() ? text.offsetByCodePoints(boundary, 1) : -1;
  }

  /** Returns the pieces from the end on. */
  static List<String> backward(String text, String delimiter, long most) {
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

  private static int previous(String text, int boundary) {
    return boundary > 0 ? text.offsetByCodePoints(boundary, -1) : -1;
  }

  private static int before(String text, String delimiter, int end) {
    return text.lastIndexOf(delimiter, end - delimiter.length());
  }
}

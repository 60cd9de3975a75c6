package dev.coachwhip.rhai.stdlib;

import java.util.ArrayList;
import java.util.List;

/** Unicode's white space, which is more than Java's in some places and less in others. */
final class WhiteSpace {

  private WhiteSpace() {}

  /** Tells whether a UTF-16 unit is white space; all of it is in the BMP. */
  static boolean isWhite(char unit) {
    return switch (unit) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r' -> true;
      case '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000' -> true;
      default -> unit >= '\u2000' && unit <= '\u200a';
    };
  }

  /** Returns a text without white space at its ends. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhite(text.charAt(start))) {
      start++;
    }
    while (start < end && isWhite(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns what is between white space, in order; nothing of it is empty. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1; // of the word that goes on
    for (int i = 0; i <= text.length(); i++) {
      boolean white = i == text.length() || isWhite(text.charAt(i));
      if (white && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!white && start < 0) {
        start = i;
      }
    }
    return words;
  }
}

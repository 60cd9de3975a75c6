package dev.coachwhip.rhai.runtime;

/** Lengths in UTF-8, without encoding. */
final class Utf8 {

  private Utf8() {}

  /** Returns the bytes of a text; a surrogate on its own counts as the three of U+FFFD. */
  static long length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 0x80) {
        // Either unit of a pair counts two, so that a pair makes four.
        bytes += unit < 0x800 || isPaired(text, i) ? 1 : 2;
      }
    }
    return bytes;
  }

  private static boolean isPaired(String text, int index) {
    char unit = text.charAt(index);
    if (Character.isHighSurrogate(unit)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(unit)
        && index > 0
        && Character.isHighSurrogate(text.charAt(index - 1));
  }

  static int length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}

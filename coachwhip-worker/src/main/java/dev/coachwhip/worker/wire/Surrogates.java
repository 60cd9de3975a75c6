package dev.coachwhip.worker.wire;

/** Halves of characters above U+FFFF, which no encoding of Unicode has alone. */
final class Surrogates {

  private Surrogates() {}

  /** Tells whether a text has a high one without a low one behind it, or the other way round. */
  static boolean areUnpaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!isPair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}

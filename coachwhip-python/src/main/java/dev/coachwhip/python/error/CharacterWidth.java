package dev.coachwhip.python.error;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How wide Python takes text to be: East Asian characters and emoji twice as wide as others. */
final class CharacterWidth {

  private static final Set<UnicodeScript> WIDE =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private CharacterWidth() {}

  static int of(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    boolean symbols = c >= 0x3000 && c <= 0x303E;
    boolean fullWidth = c >= 0xFF01 && c <= 0xFF60;
    boolean emoji = c >= 0x1F300 && c <= 0x1FAFF;
    boolean halfWidth = c >= 0xFF61 && c <= 0xFFDC;
    return symbols
        || fullWidth
        || emoji
        || (c >= 0x1100 && !halfWidth && WIDE.contains(UnicodeScript.of(c)));
  }
}

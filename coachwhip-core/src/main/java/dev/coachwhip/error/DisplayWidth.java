package dev.coachwhip.error;

/** How many columns of a terminal a character takes. */
final class DisplayWidth {

  /**
   * First and last characters of the larger ranges that Unicode calls wide or full-width.
   *
   * @see <a href="https://www.unicode.org/reports/tr11/">East Asian Width</a>
   */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653,
    0x26A1, 0x26A1, 0x2705, 0x2705, 0x274C, 0x274C, 0x2753, 0x2755, 0x2795, 0x2797, 0x2B1B, 0x2B1C,
    0x2B50, 0x2B50, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
    0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA,
    0x1F3E0, 0x1F3F0, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D,
    0x1F550, 0x1F567, 0x1F595, 0x1F596, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F900, 0x1F9FF,
    0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /** Returns 0 for a mark that joins the character before it, 2 for a wide character, else 1. */
  static int of(int character) {
    if (character < 0x300) {
      return 1;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    for (int i = 0; i < WIDE.length && WIDE[i] <= character; i += 2) {
      if (character <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}

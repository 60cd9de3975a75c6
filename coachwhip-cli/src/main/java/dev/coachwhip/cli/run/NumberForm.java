package dev.coachwhip.cli.run;

/** What kind of number a text looks like; written by hand, as regular expressions start slowly. */
enum NumberForm {
  /** An optional sign and digits; no leading zero but for zero itself. */
  INTEGER,
  /** A decimal with a point, an exponent, or both. */
  DECIMAL,
  /** No number. */
  NONE;

  static NumberForm of(String text) {
    int start = afterSign(text, 0);
    int point = afterDigits(text, start);
    if (point - start > 1 && text.charAt(start) == '0') {
      return NONE;
    }
    int digits = point - start;
    int end = point;
    if (end < text.length() && text.charAt(end) == '.') {
      end = afterDigits(text, point + 1);
      digits += end - point - 1;
    }
    if (digits == 0) {
      return NONE;
    }
    int exponent = afterExponent(text, end);
    if (exponent != text.length()) {
      return NONE;
    }
    return exponent == point ? INTEGER : DECIMAL;
  }

  private static int afterSign(String text, int from) {
    return from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')
        ? from + 1
        : from;
  }

  private static int afterDigits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static int afterExponent(String text, int from) {
    if (from >= text.length() || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
      return from;
    }
    int digits = afterSign(text, from + 1);
    int end = afterDigits(text, digits);
    return end == digits ? from : end;
  }
}

package dev.coachwhip.rhai.runtime;

import java.util.Comparator;

/** Orders texts by code points, which is the order of their bytes in UTF-8. */
public final class CodePointOrder {

  /** For sorting keys. */
  public static final Comparator<String> COMPARATOR = CodePointOrder::compare;

  private CodePointOrder() {}

  /** Compares two texts. */
  public static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    int i = 0;
    while (i < common && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    if (i == common) {
      return Integer.compare(left.length(), right.length());
    }
    return Integer.compare(weight(left.charAt(i)), weight(right.charAt(i)));
  }

  // Surrogates stand for code points above all others of one unit.
  private static int weight(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}

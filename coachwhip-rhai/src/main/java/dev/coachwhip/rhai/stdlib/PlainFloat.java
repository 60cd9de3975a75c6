package dev.coachwhip.rhai.stdlib;

import java.math.BigDecimal;

/**
 * Floats as they stand in Rhai's messages: never with an exponent, whole ones without a fraction.
 */
final class PlainFloat {

  private PlainFloat() {}

  static String text(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}

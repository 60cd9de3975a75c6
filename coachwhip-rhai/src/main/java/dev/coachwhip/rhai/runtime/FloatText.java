package dev.coachwhip.rhai.runtime;

import java.math.BigDecimal;
import java.math.MathContext;

/** The two texts of floats. */
public final class FloatText {

  // Rhai's bounds are constants of single precision.
  private static final double LARGEST_NATURAL = 1e13f;
  private static final double SMALLEST_NATURAL = 1e-13f;

  private FloatText() {}

  /** Returns what {@code print} shows: {@code 100.0}, {@code 1e14}, {@code 0.0} for minus zero. */
  public static String display(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0.0";
    }
    if (!(size <= Double.MAX_VALUE)) {
      return notFinite(value);
    }
    if (size > LARGEST_NATURAL || size < SMALLEST_NATURAL) {
      return exponent(value);
    }
    return natural(value);
  }

  /** Returns what collections and {@code debug} show: as Rust's {@code {:?}}. */
  public static String debug(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    if (!(size <= Double.MAX_VALUE)) {
      return notFinite(value);
    }
    return size >= 1e16 || size < 1e-4 ? exponent(value) : natural(value);
  }

  private static String notFinite(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return value > 0 ? "inf" : "-inf";
  }

  private static String natural(double value) {
    if (value == (long) value && Math.abs(value) < 1L << 53) {
      return (long) value + ".0";
    }
    String text = shortest(value).toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  private static String exponent(double value) {
    BigDecimal decimal = shortest(value).stripTrailingZeros();
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    // Java prefers two digits where one would do; that happens among the very smallest only.
    if (decimal.precision() == 2 && Math.abs(value) < 1e-320) {
      BigDecimal rounded = decimal.round(new MathContext(1));
      return rounded.doubleValue() == value ? rounded : decimal;
    }
    return mayBeTie(value) ? fartherFromZero(decimal, value) : decimal;
  }

  /** Tells whether a float may have one digit more than the 17 of its text, and that a five. */
  private static boolean mayBeTie(double value) {
    double scaled = value * 0x1p26; // with more fractional bits it has more digits than that
    return scaled == Math.rint(scaled);
  }

  /** Of two texts that are as short and as close, Rust takes the farther one, Java the even one. */
  private static BigDecimal fartherFromZero(BigDecimal decimal, double value) {
    BigDecimal rest = new BigDecimal(value).subtract(decimal);
    if (rest.signum() != decimal.signum() || rest.add(rest).abs().compareTo(decimal.ulp()) != 0) {
      return decimal;
    }
    BigDecimal farther = decimal.add(rest).add(rest);
    return farther.doubleValue() == value ? farther.stripTrailingZeros() : decimal;
  }
}

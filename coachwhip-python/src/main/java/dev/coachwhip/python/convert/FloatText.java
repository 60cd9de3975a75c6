package dev.coachwhip.python.convert;

import dev.coachwhip.Complex;
import java.math.BigDecimal;
import java.math.MathContext;

/** Prints floats and complex numbers as Python does. */
final class FloatText {

  private FloatText() {}

  /**
   * Python's repr: the shortest digits that give the same float, with an exponent below 1e-4 and
   * from 1e16 on.
   */
  static String repr(double d) {
    if (Double.isNaN(d)) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    if (d == 0) {
      return 1 / d < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(d);
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return withExponent(shortest, exponent);
    }
    String plain = shortest.toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /**
   * Java's text is the shortest but for one thing: it has two digits at least, which of the
   * smallest floats is one too many.
   */
  private static BigDecimal shortest(double d) {
    BigDecimal text = new BigDecimal(Double.toString(d)).stripTrailingZeros();
    if (text.precision() != 2) {
      return text;
    }
    BigDecimal oneDigit = text.round(new MathContext(1));
    return oneDigit.doubleValue() == d ? oneDigit.stripTrailingZeros() : text;
  }

  private static String withExponent(BigDecimal shortest, int exponent) {
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = shortest.signum() < 0 ? "-" : "";
    return "%s%se%s%02d".formatted(sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** The real part is left out where it is zero; whole numbers have no {@code .0}. */
  static String repr(Complex number) {
    double real = number.real();
    String imaginary = withoutPoint(number.imaginary()) + "j";
    if (real == 0 && 1 / real > 0) {
      return imaginary;
    }
    return "(" + withoutPoint(real) + (imaginary.startsWith("-") ? "" : "+") + imaginary + ")";
  }

  private static String withoutPoint(double d) {
    String text = repr(d);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}

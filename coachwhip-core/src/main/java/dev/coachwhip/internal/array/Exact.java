package dev.coachwhip.internal.array;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Conversions of numbers that lose nothing, or tell that they would. */
final class Exact {

  private static final double TWO_TO_63 = 0x1p63;

  private Exact() {}

  /** Tells whether a double holds an integer exactly. */
  static boolean isDouble(long value) {
    double d = value;
    return d != TWO_TO_63 && (long) d == value; // 2^63 as a long would be 2^63 - 1
  }

  /** Tells whether a float holds a double exactly; a NaN stays a NaN. */
  static boolean isFloat(double value) {
    return (float) value == value || Double.isNaN(value);
  }

  /** Returns an integer object as a BigInteger; null if it is none. */
  static @Nullable BigInteger integer(@Nullable Object value) {
    return switch (value) {
      case Byte n -> BigInteger.valueOf(n);
      case Short n -> BigInteger.valueOf(n);
      case Integer n -> BigInteger.valueOf(n);
      case Long n -> BigInteger.valueOf(n);
      case BigInteger n -> n;
      case null, default -> null;
    };
  }

  /** Returns a number object as a double; null if it is none or not exactly one. */
  static @Nullable Double real(@Nullable Object value) {
    return switch (value) {
      case Double d -> d;
      case Float f -> (double) f;
      case null, default -> doubleOf(integer(value));
    };
  }

  private static @Nullable Double doubleOf(@Nullable BigInteger n) {
    if (n == null) {
      return null;
    }
    double d = n.doubleValue();
    return Double.isFinite(d) && new BigDecimal(d).toBigInteger().equals(n) ? d : null;
  }
}

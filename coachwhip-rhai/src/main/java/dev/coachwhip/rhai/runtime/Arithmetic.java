package dev.coachwhip.rhai.runtime;

/** Arithmetic of integers, which is checked. Errors have no position. */
public final class Arithmetic {

  private static final long LARGEST_EXPONENT = 0xffff_ffffL;

  private Arithmetic() {}

  public static long add(long x, long y) {
    long sum = x + y;
    if (((x ^ sum) & (y ^ sum)) < 0) {
      throw additionOverflow(x, y);
    }
    return sum;
  }

  /** Returns the error of {@code x + y}; for code that adds itself. */
  public static RhaiError additionOverflow(long x, long y) {
    return error("Addition overflow", x, "+", y);
  }

  public static long subtract(long x, long y) {
    long difference = x - y;
    if (((x ^ y) & (x ^ difference)) < 0) {
      throw subtractionOverflow(x, y);
    }
    return difference;
  }

  /** Returns the error of {@code x - y}. */
  public static RhaiError subtractionOverflow(long x, long y) {
    return error("Subtraction overflow", x, "-", y);
  }

  public static long multiply(long x, long y) {
    long product = x * y;
    if (Math.multiplyHigh(x, y) != product >> 63) {
      throw multiplicationOverflow(x, y);
    }
    return product;
  }

  /** Returns the error of {@code x * y}. */
  public static RhaiError multiplicationOverflow(long x, long y) {
    return error("Multiplication overflow", x, "*", y);
  }

  public static long divide(long x, long y) {
    if (y == 0) {
      throw error("Division by zero", x, "/", y);
    }
    if (y == -1 && x == Long.MIN_VALUE) {
      throw error("Division overflow", x, "/", y);
    }
    return x / y;
  }

  public static long remainder(long x, long y) {
    if (y == 0 || (y == -1 && x == Long.MIN_VALUE)) {
      throw error("Modulo division by zero or overflow", x, "%", y);
    }
    return x % y;
  }

  public static long power(long x, long y) {
    if (y > LARGEST_EXPONENT) {
      throw error("Exponential overflow", x, "**", y);
    }
    if (y < 0) {
      throw error("Integer raised to a negative power", x, "**", y);
    }
    if (x == 0 || x == 1) {
      return y == 0 ? 1 : x;
    }
    if (x == -1) {
      return (y & 1) == 0 ? 1 : -1;
    }
    return smallPower(x, y);
  }

  private static long smallPower(long x, long y) {
    long result = 1;
    for (long i = 0; i < y; i++) { // at most 64 rounds, then it overflows
      long next = result * x;
      if (Math.multiplyHigh(result, x) != next >> 63) {
        throw error("Exponential overflow", x, "**", y);
      }
      result = next;
    }
    return result;
  }

  public static long shiftLeft(long x, long y) {
    if (y < 0) {
      return y == Long.MIN_VALUE ? shiftRight(x, Long.MAX_VALUE) : shiftRight(x, -y);
    }
    return y >= Long.SIZE ? 0 : x << y;
  }

  public static long shiftRight(long x, long y) {
    if (y < 0) {
      return y == Long.MIN_VALUE ? shiftLeft(x, Long.MAX_VALUE) : shiftLeft(x, -y);
    }
    return y >= Long.SIZE ? x >> (Long.SIZE - 1) : x >> y;
  }

  public static long negate(long x) {
    if (x == Long.MIN_VALUE) {
      throw RhaiError.arithmetic("Negation overflow: -" + x).here();
    }
    return -x;
  }

  /** Returns {@code x ** y} of floats: Rust's, which is C's. */
  public static double power(double x, double y) {
    // C says that 1 to any power is 1, and -1 to an infinite one; Java says NaN.
    if (x == 1 || (x == -1 && Double.isInfinite(y))) {
      return 1;
    }
    return Math.pow(x, y);
  }

  private static RhaiError error(String what, long x, String operator, long y) {
    return RhaiError.arithmetic(what + ": " + x + " " + operator + " " + y).here();
  }
}

package dev.coachwhip.rhai.stdlib;

/**
 * Functions of floats that Java rounds to another last digit than the GNU C library, by which Rhai
 * computes, for several arguments in a hundred; these do for none in a thousand. Others are as
 * close in {@link Math} or {@link StrictMath}, but for inverses of angle functions, which nobody
 * should print to the last digit.
 */
final class GnuMath {

  /** Beside a side this much longer the other one does not count. */
  private static final double NEGLIGIBLE = 0x1p-54;

  private static final double LONGEST = 0x1p511;
  private static final double SHORTEST = 0x1p-459;
  private static final double SCALE = 0x1p600;

  /** Above this the smaller part of the hyperbolic cosine does not count. */
  private static final double ONE_EXPONENTIAL = 22;

  /** Above this the exponential function may overflow where half of it does not. */
  private static final double LARGEST_EXPONENT = 709;

  private static final double LN_10_INVERSE = 0.4342944819032518;

  // The logarithm of 2 to the base of ten, in two parts: the first has few enough bits to be exact
  // times an exponent.
  private static final double LOG_2_HIGH = 0.30102999566361177;
  private static final double LOG_2_LOW = 3.694239077158931e-13;

  private GnuMath() {}

  /** Returns the hypotenuse, as C. F. Borges corrects the root of the sum (ACM TOMS 46, 2020). */
  static double hypot(double x, double y) {
    double longer = Math.max(Math.abs(x), Math.abs(y));
    double shorter = Math.min(Math.abs(x), Math.abs(y));
    if (!Double.isFinite(longer) || shorter <= longer * NEGLIGIBLE) {
      return Double.isInfinite(x) || Double.isInfinite(y)
          ? Double.POSITIVE_INFINITY
          : longer + shorter;
    }
    if (longer > LONGEST) {
      return corrected(longer / SCALE, shorter / SCALE) * SCALE;
    }
    return shorter < SHORTEST
        ? corrected(longer * SCALE, shorter * SCALE) / SCALE
        : corrected(longer, shorter);
  }

  private static double corrected(double longer, double shorter) {
    double h = Math.sqrt(longer * longer + shorter * shorter);
    double excess; // of the square of h
    if (h <= 2 * shorter) {
      double delta = h - shorter;
      excess = longer * (2 * delta - longer) + (delta - 2 * (longer - shorter)) * delta;
    } else {
      double delta = h - longer;
      excess =
          2 * delta * (longer - 2 * shorter) + ((4 * delta - shorter) * shorter + delta * delta);
    }
    return h - excess / (2 * h);
  }

  /** Returns the hyperbolic cosine. */
  static double cosh(double x) {
    double size = Math.abs(x);
    if (size < 0.5 * Math.log(2)) {
      double less = StrictMath.expm1(size);
      double more = 1 + less;
      return 1 + less * less / (more + more);
    }
    if (size >= ONE_EXPONENTIAL) {
      return size < LARGEST_EXPONENT ? 0.5 * Math.exp(size) : Math.cosh(x);
    }
    double power = Math.exp(size);
    return 0.5 * power + 0.5 / power;
  }

  /** Returns the hyperbolic sine. */
  static double sinh(double x) {
    double size = Math.abs(x);
    return size >= ONE_EXPONENTIAL && size < LARGEST_EXPONENT
        ? Math.copySign(0.5 * Math.exp(size), x)
        : StrictMath.sinh(x);
  }

  /** Returns the logarithm to the base of ten. */
  static double log10(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return Math.log10(x);
    }
    int exponent = Math.getExponent(x);
    int whole = exponent < 0 ? exponent + 1 : exponent;
    double rest = Math.log(Math.scalb(x, -whole));
    return whole * LOG_2_LOW + LN_10_INVERSE * rest + whole * LOG_2_HIGH;
  }
}

package dev.coachwhip.rhai.runtime;

/**
 * Comparisons of floats. They differ if they do so by more than the machine epsilon, relative to
 * the larger one; beside zero, and where their product is zero, absolutely. Beside infinities and
 * NaN all answers are false; but NaN beside zero counts as equal, as in Rhai.
 */
public final class Comparison {

  private static final double EPSILON = Math.ulp(1.0);

  /** A difference above this part of the scale is surely above epsilon after rounding. */
  private static final double SURE = 4 * EPSILON;

  private Comparison() {}

  private static double scale(double x, double y) {
    return x * y == 0 ? 1 : Math.max(Math.abs(x), Math.abs(y));
  }

  private static boolean isNanBesideZero(double x, double y) {
    return (x == 0 && Double.isNaN(y)) || (y == 0 && Double.isNaN(x));
  }

  public static boolean equal(double x, double y) {
    return Math.abs(x - y) / scale(x, y) <= EPSILON || isNanBesideZero(x, y);
  }

  public static boolean notEqual(double x, double y) {
    return Math.abs(x - y) / scale(x, y) > EPSILON;
  }

  public static boolean less(double x, double y) {
    double difference = y - x;
    if (!(difference > 0)) {
      return false;
    }
    double scale = scale(x, y);
    return difference > scale * SURE || difference / scale > EPSILON;
  }

  public static boolean lessOrEqual(double x, double y) {
    double difference = y - x;
    double scale = scale(x, y);
    if (difference >= 0 && scale < Double.POSITIVE_INFINITY) {
      return true;
    }
    return difference / scale > -EPSILON || isNanBesideZero(x, y);
  }

  public static boolean greater(double x, double y) {
    return less(y, x);
  }

  public static boolean greaterOrEqual(double x, double y) {
    return lessOrEqual(y, x);
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;

/** BasicMathPackage: floats, rounded and otherwise. */
final class MathFunctions {

  private static final double RADIANS_OF_A_DEGREE = Math.PI / 180;
  private static final double DEGREES_OF_A_RADIAN = 180 / Math.PI;

  private MathFunctions() {}

  @RhaiFunction(name = "E")
  static double e() {
    return Math.E;
  }

  @RhaiFunction(name = "PI")
  static double pi() {
    return Math.PI;
  }

  @RhaiFunction
  static double toRadians(double degrees) {
    return degrees * RADIANS_OF_A_DEGREE;
  }

  @RhaiFunction
  static double toDegrees(double radians) {
    return radians * DEGREES_OF_A_RADIAN;
  }

  @RhaiFunction
  static double sqrt(double x) {
    return Math.sqrt(x);
  }

  @RhaiFunction
  static double exp(double x) {
    return Math.exp(x);
  }

  @RhaiFunction
  static double ln(double x) {
    return Math.log(x);
  }

  /** Returns the logarithm to the base of ten. */
  @RhaiFunction
  static double log(double x) {
    return GnuMath.log10(x);
  }

  @RhaiFunction
  static double log(double x, double base) {
    return Math.log(x) / Math.log(base);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static double floor(double x) {
    return Math.floor(x);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static double ceiling(double x) {
    return Math.ceil(x);
  }

  /** Rounds halves away from zero. */
  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static double round(double x) {
    double whole = truncate(x);
    return Math.abs(x - whole) >= 0.5 ? whole + Math.copySign(1, x) : whole;
  }

  /** Rounds towards zero. */
  @RhaiFunction(name = "int")
  @RhaiFunction(name = "int", kind = Kind.GETTER)
  static double truncate(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static double fraction(double x) {
    return x - truncate(x);
  }

  @RhaiFunction(name = "is_nan")
  @RhaiFunction(name = "is_nan", kind = Kind.GETTER)
  static boolean isNotANumber(double x) {
    return Double.isNaN(x);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isFinite(double x) {
    return Double.isFinite(x);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isInfinite(double x) {
    return Double.isInfinite(x);
  }
}

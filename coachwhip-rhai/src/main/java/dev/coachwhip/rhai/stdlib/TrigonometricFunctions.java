package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiFunction;

/** BasicMathPackage: angles, in radians. */
final class TrigonometricFunctions {

  private TrigonometricFunctions() {}

  @RhaiFunction
  static double sin(double x) {
    return Math.sin(x);
  }

  @RhaiFunction
  static double cos(double x) {
    return Math.cos(x);
  }

  @RhaiFunction
  static double tan(double x) {
    return Math.tan(x);
  }

  @RhaiFunction
  static double asin(double x) {
    return Math.asin(x);
  }

  @RhaiFunction
  static double acos(double x) {
    return Math.acos(x);
  }

  @RhaiFunction
  static double atan(double x) {
    return ArcTangent.of(x);
  }

  /** Returns the angle of the point (y, x). */
  @RhaiFunction
  static double atan(double x, double y) {
    return ArcTangent.of(x, y);
  }

  @RhaiFunction
  static double hypot(double x, double y) {
    return GnuMath.hypot(x, y);
  }
}

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
    return Math.atan(x);
  }

  /** Returns the angle of the point (y, x). */
  @RhaiFunction
  static double atan(double x, double y) {
    return Math.atan2(x, y);
  }

  @RhaiFunction
  static double hypot(double x, double y) {
    return Math.hypot(x, y);
  }

  @RhaiFunction
  static double sinh(double x) {
    return Math.sinh(x);
  }

  @RhaiFunction
  static double cosh(double x) {
    return Math.cosh(x);
  }

  @RhaiFunction
  static double tanh(double x) {
    return Math.tanh(x);
  }

  @RhaiFunction
  static double asinh(double x) {
    double size = Math.abs(x);
    double inverse = 1 / size;
    double more = size + size / (Math.hypot(1, inverse) + inverse);
    return Math.copySign(Math.log1p(more), x);
  }

  @RhaiFunction
  static double acosh(double x) {
    return x < 1 ? Double.NaN : Math.log(x + Math.sqrt(x - 1) * Math.sqrt(x + 1));
  }

  @RhaiFunction
  static double atanh(double x) {
    double size = Math.abs(x);
    return Math.copySign(0.5 * Math.log1p(2 * size / (1 - size)), x);
  }
}

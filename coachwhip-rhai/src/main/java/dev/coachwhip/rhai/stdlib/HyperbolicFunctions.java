package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiFunction;

/** BasicMathPackage: hyperbolic functions; their inverses by the formulas of Rust's library. */
final class HyperbolicFunctions {

  private HyperbolicFunctions() {}

  @RhaiFunction
  static double sinh(double x) {
    return GnuMath.sinh(x);
  }

  @RhaiFunction
  static double cosh(double x) {
    return GnuMath.cosh(x);
  }

  @RhaiFunction
  static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  @RhaiFunction
  static double asinh(double x) {
    double size = Math.abs(x);
    double inverse = 1 / size;
    double more = size + size / (GnuMath.hypot(1, inverse) + inverse);
    return Math.copySign(Math.log1p(more), x);
  }

  @RhaiFunction
  static double acosh(double x) {
    return x < 1 ? Double.NaN : Math.log(x + Math.sqrt(x - 1) * Math.sqrt(x + 1));
  }

  @RhaiFunction
  static double atanh(double x) {
    return 0.5 * Math.log1p(2 * x / (1 - x));
  }
}

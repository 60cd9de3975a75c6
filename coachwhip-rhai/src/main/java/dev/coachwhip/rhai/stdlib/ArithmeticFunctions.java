package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Arithmetic;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;

/** ArithmeticPackage, for the numbers that scripts have. */
final class ArithmeticFunctions {

  private ArithmeticFunctions() {}

  @RhaiFunction(name = "-")
  static long negate(long x) {
    return Arithmetic.negate(x);
  }

  @RhaiFunction(name = "-")
  static double negate(double x) {
    return -x;
  }

  @RhaiFunction(name = "+")
  static long plus(long x) {
    return x;
  }

  @RhaiFunction(name = "+")
  static double plus(double x) {
    return x;
  }

  @RhaiFunction
  static long abs(long x) {
    return x < 0 ? Arithmetic.negate(x) : x;
  }

  @RhaiFunction
  static double abs(double x) {
    return Math.abs(x);
  }

  @RhaiFunction
  static long sign(long x) {
    return Long.signum(x);
  }

  @RhaiFunction
  static long sign(double x) {
    if (Double.isNaN(x)) {
      throw RhaiError.arithmetic("Sign of NaN is undefined");
    }
    return (long) Math.signum(x);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isZero(long x) {
    return x == 0;
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isZero(double x) {
    return x == 0;
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isOdd(long x) {
    return (x & 1) != 0;
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isEven(long x) {
    return (x & 1) == 0;
  }
}

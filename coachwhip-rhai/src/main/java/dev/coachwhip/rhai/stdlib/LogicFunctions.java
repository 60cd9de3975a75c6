package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiFunction;

/**
 * LogicPackage. Unlike operators, its comparisons of floats are exact; beside NaN the second one
 * counts.
 */
final class LogicFunctions {

  private LogicFunctions() {}

  @RhaiFunction(name = "!")
  static boolean not(boolean x) {
    return !x;
  }

  @RhaiFunction
  static long max(long x, long y) {
    return Math.max(x, y);
  }

  @RhaiFunction
  static double max(double x, double y) {
    return x >= y ? x : y;
  }

  @RhaiFunction
  static double max(long x, double y) {
    return max((double) x, y);
  }

  @RhaiFunction
  static double max(double x, long y) {
    return max(x, (double) y);
  }

  @RhaiFunction
  static long min(long x, long y) {
    return Math.min(x, y);
  }

  @RhaiFunction
  static double min(double x, double y) {
    return x <= y ? x : y;
  }

  @RhaiFunction
  static double min(long x, double y) {
    return min((double) x, y);
  }

  @RhaiFunction
  static double min(double x, long y) {
    return min(x, (double) y);
  }
}

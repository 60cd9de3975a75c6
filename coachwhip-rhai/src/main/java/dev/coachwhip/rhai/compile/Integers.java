package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.Arithmetic;
import dev.coachwhip.rhai.runtime.RhaiError;

/**
 * Checked arithmetic for generated code. The exact methods of {@code Math} are intrinsics: an
 * addition and a jump on overflow; what the error is, is found out by doing it again.
 */
public final class Integers {

  private Integers() {}

  public static long add(long x, long y) {
    try {
      return Math.addExact(x, y);
    } catch (ArithmeticException e) {
      return Arithmetic.add(x, y);
    }
  }

  public static long subtract(long x, long y) {
    try {
      return Math.subtractExact(x, y);
    } catch (ArithmeticException e) {
      return Arithmetic.subtract(x, y);
    }
  }

  public static long multiply(long x, long y) {
    try {
      return Math.multiplyExact(x, y);
    } catch (ArithmeticException e) {
      return Arithmetic.multiply(x, y);
    }
  }

  public static long divide(long x, long y) {
    return Arithmetic.divide(x, y);
  }

  public static long remainder(long x, long y) {
    return Arithmetic.remainder(x, y);
  }

  public static long power(long x, long y) {
    return Arithmetic.power(x, y);
  }

  public static long add(long x, long y, long position) {
    try {
      return Math.addExact(x, y);
    } catch (ArithmeticException e) {
      throw Position.fill(Arithmetic.additionOverflow(x, y), position);
    }
  }

  public static long subtract(long x, long y, long position) {
    try {
      return Math.subtractExact(x, y);
    } catch (ArithmeticException e) {
      throw Position.fill(Arithmetic.subtractionOverflow(x, y), position);
    }
  }

  public static long multiply(long x, long y, long position) {
    try {
      return Math.multiplyExact(x, y);
    } catch (ArithmeticException e) {
      throw Position.fill(Arithmetic.multiplicationOverflow(x, y), position);
    }
  }

  public static long divide(long x, long y, long position) {
    try {
      return Arithmetic.divide(x, y);
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }

  public static long remainder(long x, long y, long position) {
    try {
      return Arithmetic.remainder(x, y);
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }

  public static long power(long x, long y, long position) {
    try {
      return Arithmetic.power(x, y);
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }

  public static long negate(long x, long position) {
    try {
      return Arithmetic.negate(x);
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }
}

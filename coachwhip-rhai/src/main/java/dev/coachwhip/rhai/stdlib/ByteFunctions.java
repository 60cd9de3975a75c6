package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.UnsignedByte;

/** Several packages: what there is for {@code u8}, which iterating over a blob gives. */
final class ByteFunctions {

  private ByteFunctions() {}

  @RhaiFunction
  static long toInt(UnsignedByte x) {
    return x.value();
  }

  @RhaiFunction
  static double toFloat(UnsignedByte x) {
    return x.value();
  }

  @RhaiFunction
  static RhaiString toHex(UnsignedByte x) {
    return RhaiString.of(Integer.toHexString(x.value()));
  }

  @RhaiFunction
  static RhaiString toOctal(UnsignedByte x) {
    return RhaiString.of(Integer.toOctalString(x.value()));
  }

  @RhaiFunction
  static RhaiString toBinary(UnsignedByte x) {
    return RhaiString.of(Integer.toBinaryString(x.value()));
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isZero(UnsignedByte x) {
    return x.value() == 0;
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isOdd(UnsignedByte x) {
    return x.value() % 2 != 0;
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isEven(UnsignedByte x) {
    return x.value() % 2 == 0;
  }

  @RhaiFunction
  static UnsignedByte max(UnsignedByte x, UnsignedByte y) {
    return x.value() >= y.value() ? x : y;
  }

  @RhaiFunction
  static UnsignedByte min(UnsignedByte x, UnsignedByte y) {
    return x.value() <= y.value() ? x : y;
  }

  @RhaiFunction(name = "==")
  static boolean equal(UnsignedByte x, UnsignedByte y) {
    return x.value() == y.value();
  }

  @RhaiFunction(name = "!=")
  static boolean notEqual(UnsignedByte x, UnsignedByte y) {
    return x.value() != y.value();
  }

  @RhaiFunction(name = "<")
  static boolean less(UnsignedByte x, UnsignedByte y) {
    return x.value() < y.value();
  }

  @RhaiFunction(name = "<=")
  static boolean lessOrEqual(UnsignedByte x, UnsignedByte y) {
    return x.value() <= y.value();
  }

  @RhaiFunction(name = ">")
  static boolean greater(UnsignedByte x, UnsignedByte y) {
    return x.value() > y.value();
  }

  @RhaiFunction(name = ">=")
  static boolean greaterOrEqual(UnsignedByte x, UnsignedByte y) {
    return x.value() >= y.value();
  }

  @RhaiFunction(name = "+")
  static UnsignedByte add(UnsignedByte x, UnsignedByte y) {
    return checked(x.value() + y.value(), "Addition overflow", x, "+", y);
  }

  @RhaiFunction(name = "-")
  static UnsignedByte subtract(UnsignedByte x, UnsignedByte y) {
    return checked(x.value() - y.value(), "Subtraction overflow", x, "-", y);
  }

  @RhaiFunction(name = "*")
  static UnsignedByte multiply(UnsignedByte x, UnsignedByte y) {
    return checked((long) x.value() * y.value(), "Multiplication overflow", x, "*", y);
  }

  @RhaiFunction(name = "/")
  static UnsignedByte divide(UnsignedByte x, UnsignedByte y) {
    if (y.value() == 0) {
      throw error("Division by zero", x, "/", y);
    }
    return new UnsignedByte(x.value() / y.value());
  }

  @RhaiFunction(name = "%")
  static UnsignedByte remainder(UnsignedByte x, UnsignedByte y) {
    if (y.value() == 0) {
      throw error("Modulo division by zero or overflow", x, "%", y);
    }
    return new UnsignedByte(x.value() % y.value());
  }

  @RhaiFunction(name = "**")
  static UnsignedByte power(UnsignedByte x, long exponent) {
    if (exponent > 0xffff_ffffL) {
      throw error("Exponential overflow", x, "**", exponent);
    }
    if (exponent < 0) {
      throw error("Integer raised to a negative power", x, "**", exponent);
    }
    // More than eight make no difference to 0 and 1, and too much of all others.
    long rounds = Math.min(exponent, 8);
    long result = 1;
    for (long i = 0; i < rounds; i++) {
      result = Math.min(result * x.value(), Integer.MAX_VALUE);
    }
    return checked(result, "Exponential overflow", x, "**", exponent);
  }

  @RhaiFunction(name = "<<")
  static UnsignedByte shiftLeft(UnsignedByte x, long count) {
    if (count < 0) {
      return shiftRight(x, -Math.max(count, -Long.MAX_VALUE));
    }
    return new UnsignedByte(count < Byte.SIZE ? x.value() << count & 0xff : 0);
  }

  @RhaiFunction(name = ">>")
  static UnsignedByte shiftRight(UnsignedByte x, long count) {
    if (count < 0) {
      return shiftLeft(x, -Math.max(count, -Long.MAX_VALUE));
    }
    // Rhai's own: from eight on it shifts by seven.
    return new UnsignedByte(x.value() >> Math.min(count, Byte.SIZE - 1));
  }

  @RhaiFunction(name = "&")
  static UnsignedByte and(UnsignedByte x, UnsignedByte y) {
    return new UnsignedByte(x.value() & y.value());
  }

  @RhaiFunction(name = "|")
  static UnsignedByte or(UnsignedByte x, UnsignedByte y) {
    return new UnsignedByte(x.value() | y.value());
  }

  @RhaiFunction(name = "^")
  static UnsignedByte exclusiveOr(UnsignedByte x, UnsignedByte y) {
    return new UnsignedByte(x.value() ^ y.value());
  }

  private static UnsignedByte checked(
      long result, String problem, UnsignedByte x, String operator, Object y) {
    if (result < 0 || result > 0xff) {
      throw error(problem, x, operator, y);
    }
    return new UnsignedByte((int) result);
  }

  private static RhaiError error(String problem, UnsignedByte x, String operator, Object y) {
    return RhaiError.arithmetic(problem + ": " + x + " " + operator + " " + y);
  }
}

package dev.coachwhip.internal.convert;

import static java.util.Map.entry;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptValue;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as Java's numeric types. An integer is any of them that holds it exactly; what has a
 * fraction, or might have, is no integer even where it is whole.
 */
final class Numbers {

  private static final Map<Class<?>, Converter> BY_WRAPPER =
      Map.ofEntries(
          entry(Byte.class, integer(byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, n -> (byte) n)),
          entry(
              Short.class, integer(short.class, Short.MIN_VALUE, Short.MAX_VALUE, n -> (short) n)),
          entry(
              Integer.class,
              integer(int.class, Integer.MIN_VALUE, Integer.MAX_VALUE, n -> (int) n)),
          entry(Long.class, integer(long.class, Long.MIN_VALUE, Long.MAX_VALUE, n -> n)),
          entry(BigInteger.class, (value, _) -> bigInteger(value, BigInteger.class)),
          entry(Double.class, (value, _) -> toDouble(value, double.class)),
          entry(Float.class, (value, _) -> toFloat(value)),
          entry(BigDecimal.class, (value, _) -> toBigDecimal(value)),
          entry(Fraction.class, (value, _) -> toFraction(value)),
          entry(Complex.class, (value, _) -> toComplex(value)));

  private Numbers() {}

  static @Nullable Converter of(Class<?> type) {
    return BY_WRAPPER.get(MethodType.methodType(type).wrap().returnType());
  }

  private static Converter integer(
      Class<?> type, long lowest, long highest, LongFunction<Object> box) {
    return (value, _) -> {
      if (value.data() instanceof Long n && n >= lowest && n <= highest) {
        return box.apply(n);
      }
      throw Misfit.of(type, value);
    };
  }

  private static BigInteger bigInteger(ScriptValue value, Class<?> type) {
    return switch (value.data()) {
      case Long n -> BigInteger.valueOf(n);
      case BigInteger n -> n;
      case null, default -> throw Misfit.of(type, value);
    };
  }

  private static double toDouble(ScriptValue value, Class<?> type) {
    if (value.data() instanceof Double d) {
      return d;
    }
    BigDecimal exact = decimal(value, type);
    double d = exact.doubleValue();
    if (Double.isFinite(d) && new BigDecimal(d).compareTo(exact) == 0) {
      return d;
    }
    throw Misfit.of(type, value);
  }

  private static float toFloat(ScriptValue value) {
    double d = toDouble(value, float.class);
    if ((double) (float) d == d || Double.isNaN(d)) {
      return (float) d;
    }
    throw Misfit.of(float.class, value);
  }

  private static BigDecimal toBigDecimal(ScriptValue value) {
    return value.data() instanceof Double d && Double.isFinite(d)
        ? new BigDecimal(d)
        : decimal(value, BigDecimal.class);
  }

  /** Returns the exact value of a number that is no float. */
  private static BigDecimal decimal(ScriptValue value, Class<?> type) {
    return switch (value.data()) {
      case Long n -> BigDecimal.valueOf(n);
      case BigInteger n -> new BigDecimal(n);
      case BigDecimal n -> n;
      case Fraction fraction -> decimal(fraction, value, type);
      case null, default -> throw Misfit.of(type, value);
    };
  }

  private static BigDecimal decimal(Fraction fraction, ScriptValue value, Class<?> type) {
    try {
      return fraction.toBigDecimal();
    } catch (ArithmeticException e) {
      throw Misfit.of(type, value); // as 1/3: no finite number of digits
    }
  }

  private static Fraction toFraction(ScriptValue value) {
    return value.data() instanceof Fraction fraction
        ? fraction
        : new Fraction(bigInteger(value, Fraction.class), BigInteger.ONE);
  }

  private static Complex toComplex(ScriptValue value) {
    return value.data() instanceof Complex complex
        ? complex
        : new Complex(toDouble(value, Complex.class), 0);
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.math.BigInteger;

/**
 * {@code Fraction}: Fraction; a reference where the script has put something else than integers
 * into one. Attached.
 */
final class Fractions {

  private static final ModuleObject FRACTION = new ModuleObject("fractions", "Fraction");
  private static final ModuleObject NUMERATOR =
      new ModuleObject("fractions", "Fraction.numerator.fget");
  private static final ModuleObject DENOMINATOR =
      new ModuleObject("fractions", "Fraction.denominator.fget");

  private Fractions() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    ScriptValue numerator = conversion.call(NUMERATOR, object);
    ScriptValue denominator = conversion.call(DENOMINATOR, object);
    if (!numerator.is(BigInteger.class) || !denominator.is(BigInteger.class)) {
      return conversion.reference(object, typeName);
    }
    BigInteger below = denominator.as(BigInteger.class);
    return below.signum() > 0
        ? ToJava.of(new Fraction(numerator.as(BigInteger.class), below), typeName)
        : conversion.reference(object, typeName);
  }

  static long toPython(Fraction number, ToPython conversion) {
    return conversion.call(FRACTION, number.numerator(), number.denominator());
  }
}

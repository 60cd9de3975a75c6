package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.ModuleObject;
import java.math.BigDecimal;

/**
 * {@code Decimal}: BigDecimal, with the same digits and exponent; a reference where BigDecimal has
 * none such: NaN, infinity, exponents beyond int. Attached.
 */
final class Decimals {

  // Both sides write and read the text of the General Decimal Arithmetic, which tells 1.10 from
  // 1.1 and takes no more memory than the digits that are there.

  private static final ModuleObject DECIMAL = new ModuleObject("decimal", "Decimal");
  private static final ModuleObject TEXT = new ModuleObject("decimal", "Decimal.__str__");

  private Decimals() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    String text = conversion.call(TEXT, object).asString();
    try {
      return ToJava.of(new BigDecimal(text), typeName);
    } catch (NumberFormatException e) {
      return conversion.reference(object, typeName);
    }
  }

  static long toPython(BigDecimal number, ToPython conversion) {
    return conversion.call(DECIMAL, number.toString());
  }
}

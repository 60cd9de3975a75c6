package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.Complex;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyComplexes;

/** {@code complex}: Complex, of the same bits. Attached. */
final class Complexes {

  private Complexes() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(
        new Complex(
            PyComplexes.PyComplex_RealAsDouble(object), PyComplexes.PyComplex_ImagAsDouble(object)),
        typeName);
  }

  static long toPython(Complex number, ToPython conversion) {
    return check(PyComplexes.PyComplex_FromDoubles(number.real(), number.imaginary()));
  }
}

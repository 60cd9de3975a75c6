package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyFloats;

/** {@code float}: Double, of the same bits. Attached. */
final class Floats {

  private Floats() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(PyFloats.PyFloat_AsDouble(object), typeName);
  }

  static long toPython(double d) {
    return check(PyFloats.PyFloat_FromDouble(d));
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;

/** NumPy's scalars, as the Python value that they stand for. Attached. */
final class NumPyScalars {

  private static final class Python {
    static final long PLAIN = Interpreter.running().helper("_values", "plain_scalar");
  }

  private NumPyScalars() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    long plain = Calls.call(Python.PLAIN, conversion.attachment(), object);
    try {
      return plain == object
          ? conversion.reference(object, typeName)
          : ToJava.of(conversion.value(plain).data(), typeName);
    } finally {
      PyRefs.Py_DecRef(plain);
    }
  }
}

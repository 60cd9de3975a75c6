package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;

/**
 * NumPy's scalars, as the Python value that they stand for; structured ones as their bytes. A
 * reference where there is none, as of a long double with more digits. Attached.
 */
final class NumPyScalars {

  private static final ModuleObject PLAIN = ModuleObject.ours("_numpy", "plain");

  private NumPyScalars() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    long plain = Calls.call(PLAIN.get(conversion.attachment()), conversion.attachment(), object);
    try {
      return plain == Py.NONE
          ? conversion.reference(object, typeName)
          : ToJava.of(conversion.value(plain).data(), typeName);
    } finally {
      PyRefs.Py_DecRef(plain);
    }
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Capsules;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.spi.PythonCall;
import dev.coachwhip.python.spi.PythonCapsule;
import dev.coachwhip.python.spi.PythonFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that libraries make with Python code of their own. Attached. */
public final class OwnPython {

  private OwnPython() {}

  /** Returns a function of a library's own Python code, borrowed for ever. */
  public static long function(PythonFunction function) {
    return Interpreter.running().helper(function.file(), function.name());
  }

  /** Makes a capsule; a new reference. */
  static long toPython(PythonCapsule capsule, ToPython conversion) {
    return Capsules.create(capsule, conversion.attachment());
  }

  /** Calls a function; a new reference to what it returns. */
  static long toPython(PythonCall call, ToPython conversion) {
    List<? extends @Nullable Object> arguments = call.arguments();
    long[] converted = new long[arguments.size()];
    try {
      for (int i = 0; i < converted.length; i++) {
        converted[i] = conversion.value(arguments.get(i));
      }
      return Calls.call(function(call.function()), conversion.attachment(), converted);
    } finally {
      for (long argument : converted) {
        PyRefs.Py_DecRef(argument);
      }
    }
  }
}

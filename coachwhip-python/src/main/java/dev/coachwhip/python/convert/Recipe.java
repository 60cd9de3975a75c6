package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import java.util.List;

/**
 * The arguments from which a class makes an equal object, as pickling has them: all of an object in
 * one call to C, whatever a subclass overrides. Attached.
 */
final class Recipe {

  /** The protocol from which on {@code fold} is part of a time. */
  private static final int WITH_FOLD = 4;

  private Recipe() {}

  /** Reads an object by its class's {@code __reduce__}. */
  static List<ScriptValue> reduce(ModuleObject reduce, long object, ToJava conversion) {
    return arguments(
        Calls.call(reduce.get(conversion.attachment()), conversion.attachment(), object),
        conversion);
  }

  /** Reads an object by its class's {@code __reduce_ex__}. */
  static List<ScriptValue> reduceEx(ModuleObject reduceEx, long object, ToJava conversion) {
    long protocol = Ints.toPython(WITH_FOLD);
    try {
      return arguments(
          Calls.call(
              reduceEx.get(conversion.attachment()), conversion.attachment(), object, protocol),
          conversion);
    } finally {
      PyRefs.Py_DecRef(protocol);
    }
  }

  /** The recipe is a tuple of the class and its arguments; ours to drop. */
  private static List<ScriptValue> arguments(long recipe, ToJava conversion) {
    try {
      return conversion.value(check(PyTuples.PyTuple_GetItem(recipe, 1))).asList();
    } finally {
      PyRefs.Py_DecRef(recipe);
    }
  }
}

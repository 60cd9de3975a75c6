package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;

/**
 * Containers that are converted as the copy that a plain one makes of them: {@code deque}, {@code
 * dict.values()} and {@code dict.items()} as List, {@code dict.keys()} as Set, {@code
 * MappingProxyType} as Map. Attached.
 */
final class Views {

  private static final ModuleObject DEQUE_ITER = new ModuleObject("collections", "deque.__iter__");

  private Views() {}

  static ScriptValue ofDeque(long object, String typeName, ToJava conversion) {
    // A subclass may have another __iter__.
    long iterator =
        Calls.call(DEQUE_ITER.get(conversion.attachment()), conversion.attachment(), object);
    try {
      return asList(iterator, typeName, conversion);
    } finally {
      PyRefs.Py_DecRef(iterator);
    }
  }

  static ScriptValue asList(long object, String typeName, ToJava conversion) {
    return copied(Py.LIST, object, typeName, conversion);
  }

  static ScriptValue asSet(long object, String typeName, ToJava conversion) {
    return copied(Py.SET, object, typeName, conversion);
  }

  static ScriptValue asDict(long object, String typeName, ToJava conversion) {
    return copied(Py.DICT, object, typeName, conversion);
  }

  private static ScriptValue copied(
      long plainClass, long object, String typeName, ToJava conversion) {
    long copy = Calls.call(plainClass, conversion.attachment(), object);
    try {
      return ToJava.of(conversion.value(copy).data(), typeName);
    } finally {
      PyRefs.Py_DecRef(copy);
    }
  }
}

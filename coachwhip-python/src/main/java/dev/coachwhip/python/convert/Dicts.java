package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyRefs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code dict}: Map, in the same order. Attached. */
final class Dicts {

  private Dicts() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    Map<ScriptValue, ScriptValue> entries = new LinkedHashMap<>();
    long position = 0;
    long left = PyDicts.PyDict_Size(object); // one that grows meanwhile has no end
    while (left-- > 0) {
      long results = conversion.attachment().scratch();
      NativeMemory.putLong(results, position);
      if (PyDicts.PyDict_Next(object, results, results + 8, results + 16) == 0) {
        break;
      }
      position = NativeMemory.getLong(results);
      put(
          entries,
          NativeMemory.getLong(results + 8),
          NativeMemory.getLong(results + 16),
          conversion);
    }
    return ToJava.of(Collections.unmodifiableMap(entries), typeName);
  }

  private static void put(
      Map<ScriptValue, ScriptValue> entries, long key, long value, ToJava conversion) {
    PyRefs.Py_IncRef(value); // converting the key may run code that removes the entry
    try {
      ScriptValue javaKey = conversion.value(key);
      try {
        entries.put(javaKey, conversion.value(value));
      } catch (TypeConversionException e) {
        throw Places.within(e, Places.ofKey(javaKey.data()));
      }
    } finally {
      PyRefs.Py_DecRef(value);
    }
  }

  static long toPython(Map<?, ?> map, ToPython conversion) {
    long dict = check(PyDicts.PyDict_New());
    try {
      map.forEach((key, value) -> put(dict, key, value, conversion));
      return ToPython.borrowed(dict);
    } finally {
      PyRefs.Py_DecRef(dict);
    }
  }

  private static void put(
      long dict, @Nullable Object key, @Nullable Object value, ToPython conversion) {
    long pythonKey = conversion.value(key);
    try {
      long pythonValue = conversion.value(value);
      try {
        check(PyDicts.PyDict_SetItem(dict, pythonKey, pythonValue));
      } finally {
        PyRefs.Py_DecRef(pythonValue);
      }
    } catch (TypeConversionException e) {
      throw Places.within(e, Places.ofKey(key));
    } finally {
      PyRefs.Py_DecRef(pythonKey);
    }
  }
}

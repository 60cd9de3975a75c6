package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PySets;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.spi.FrozenSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code set} and {@code frozenset}: Set. Attached. */
final class Sets {

  private Sets() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(Collections.unmodifiableSet(read(object, conversion)), typeName);
  }

  static ScriptValue frozenToJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(new FrozenSet(read(object, conversion)), typeName);
  }

  /** Reads a copy: converting an element may run code that changes the set. */
  private static Set<ScriptValue> read(long object, ToJava conversion) {
    long copy = check(PySets.PyFrozenSet_New(object)); // by no __iter__ of a subclass
    try {
      long iterator = check(PyObjects.PyObject_GetIter(copy));
      try {
        return readAll(iterator, conversion);
      } finally {
        PyRefs.Py_DecRef(iterator);
      }
    } finally {
      PyRefs.Py_DecRef(copy);
    }
  }

  private static Set<ScriptValue> readAll(long iterator, ToJava conversion) {
    Set<ScriptValue> values = new LinkedHashSet<>();
    for (long item; (item = PyObjects.PyIter_Next(iterator)) != 0; ) {
      try {
        values.add(conversion.value(item));
      } finally {
        PyRefs.Py_DecRef(item);
      }
    }
    Raised.checkNone();
    return values;
  }

  static long toPython(Collection<?> values, ToPython conversion) {
    return filled(check(PySets.PySet_New(0)), values, conversion);
  }

  /** A frozenset may be filled as long as nobody else has seen it. */
  static long frozen(Collection<?> values, ToPython conversion) {
    return filled(check(PySets.PyFrozenSet_New(0)), values, conversion);
  }

  private static long filled(long set, Collection<?> values, ToPython conversion) {
    try {
      for (Object value : values.toArray()) {
        add(set, value, conversion);
      }
      return ToPython.borrowed(set);
    } finally {
      PyRefs.Py_DecRef(set);
    }
  }

  private static void add(long set, @Nullable Object value, ToPython conversion) {
    long item = conversion.value(value);
    try {
      check(PySets.PySet_Add(set, item));
    } finally {
      PyRefs.Py_DecRef(item);
    }
  }
}

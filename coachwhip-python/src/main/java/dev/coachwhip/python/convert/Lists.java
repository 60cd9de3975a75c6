package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyRefs;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** {@code list}: List; Java's collections and arrays of objects. Attached. */
final class Lists {

  private Lists() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    int size = Math.toIntExact(PyLists.PyList_Size(object));
    List<ScriptValue> numbers = NumberLists.read(object, size);
    if (numbers != null) {
      return ToJava.of(numbers, typeName);
    }
    List<ScriptValue> values = new ArrayList<>(size);
    for (int i = 0; i < size && i < PyLists.PyList_Size(object); i++) {
      values.add(element(PyLists.PyList_GetItem(object, i), i, conversion));
    }
    return ToJava.of(Collections.unmodifiableList(values), typeName);
  }

  private static ScriptValue element(long object, int index, ToJava conversion) {
    try {
      return conversion.value(object);
    } catch (TypeConversionException e) {
      throw Places.within(e, "[" + index + "]");
    }
  }

  static long toPython(Collection<?> values, ToPython conversion) {
    Object[] snapshot = values.toArray(); // of one moment, whatever other threads do
    return list(snapshot.length, i -> snapshot[i], conversion);
  }

  static long ofArray(Object array, ToPython conversion) {
    return list(Array.getLength(array), i -> Array.get(array, i), conversion);
  }

  private static long list(int size, IntFunction<@Nullable Object> values, ToPython conversion) {
    long list = check(PyLists.PyList_New(size));
    for (int i = 0; i < size; i++) {
      long item;
      try {
        item = conversion.value(values.apply(i));
      } catch (TypeConversionException e) {
        PyRefs.Py_DecRef(list);
        throw Places.within(e, "[" + i + "]");
      } catch (RuntimeException | Error e) {
        PyRefs.Py_DecRef(list);
        throw e;
      }
      check(PyLists.PyList_SetItem(list, i, item));
    }
    return list;
  }
}

package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.TupleList;
import java.util.Collection;
import java.util.List;

/**
 * {@code tuple}: List; a namedtuple: List with names, which is a namedtuple again in Python.
 * Attached.
 */
final class Tuples {

  private static final ModuleObject FIELD_NAMES = ModuleObject.ours("_classes", "field_names");
  private static final ModuleObject NAMED_TUPLE = ModuleObject.ours("_classes", "named_tuple");

  private Tuples() {}

  static ScriptValue toJava(long object, String typeName, ToJava conversion) {
    return ToJava.of(read(object, conversion), typeName);
  }

  private static TupleList read(long object, ToJava conversion) {
    ScriptValue[] elements = new ScriptValue[Math.toIntExact(PyTuples.PyTuple_Size(object))];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = element(PyTuples.PyTuple_GetItem(object, i), i, conversion);
    }
    return new TupleList(elements);
  }

  private static ScriptValue element(long object, int index, ToJava conversion) {
    try {
      return conversion.value(object);
    } catch (TypeConversionException e) {
      throw Places.within(e, "[" + index + "]");
    }
  }

  static ScriptValue namedToJava(long object, String typeName, ToJava conversion) {
    ScriptValue names = conversion.call(FIELD_NAMES, object);
    TupleList elements = read(object, conversion);
    return names.isNull()
        ? ToJava.of(elements, typeName)
        : ToJava.of(new NamedList(List.of(names.as(String[].class)), elements), typeName);
  }

  static long toPython(Collection<?> values, ToPython conversion) {
    long list = Lists.toPython(values, conversion);
    try {
      return check(PyLists.PyList_AsTuple(list));
    } finally {
      PyRefs.Py_DecRef(list);
    }
  }

  /** Makes an instance of the script's own class where that has the same fields. */
  static long named(NamedList values, String typeName, ToPython conversion) {
    Attachment attachment = conversion.attachment();
    long name = Strings.toPython(typeName, attachment);
    long names = 0;
    long elements = 0;
    try {
      names = toPython(values.names(), conversion);
      elements = toPython(values, conversion);
      long globals = conversion.engine().globals();
      return Calls.call(NAMED_TUPLE.get(attachment), attachment, globals, name, names, elements);
    } finally {
      PyRefs.Py_DecRef(elements);
      PyRefs.Py_DecRef(names);
      PyRefs.Py_DecRef(name);
    }
  }
}

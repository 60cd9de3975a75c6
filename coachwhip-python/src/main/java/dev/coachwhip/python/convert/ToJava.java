package dev.coachwhip.python.convert;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyBytes;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyFloats;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyLongText;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.ffi.PyTypes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.PyRef;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes Java values of Python objects, all borrowed. Attached; one for each conversion.
 *
 * <p>The class of an object decides, by its address: the built-in ones at once, subclasses as their
 * base does. What has no Java counterpart becomes a reference to the object.
 */
public final class ToJava {

  // Converting a subclass may run Python code, which may change the containers we are in. So every
  // object that is not read at once is held while we look into it.

  private static final int DEEPEST = 200;

  private final EngineLink engine;
  private final Attachment attachment;
  private int depth;

  private ToJava(EngineLink engine, Attachment attachment) {
    this.engine = engine;
    this.attachment = attachment;
  }

  /**
   * Converts an object.
   *
   * @throws TypeConversionException if a container holds itself, or a str has a lone surrogate
   * @throws Raised if the object's own code raises
   */
  public static ScriptValue convert(EngineLink engine, Attachment attachment, long object) {
    if (object == Py.NONE) {
      return NONE;
    }
    return new ToJava(engine, attachment).value(object);
  }

  private static final ScriptValue NONE = of(null, "NoneType");
  private static final ScriptValue TRUE = of(true, "bool");
  private static final ScriptValue FALSE = of(false, "bool");

  private static ScriptValue of(@org.jspecify.annotations.Nullable Object data, String typeName) {
    return ScriptValue.of(data, typeName, PythonPrinter.INSTANCE);
  }

  private ScriptValue value(long object) {
    long type = ObjectLayout.typeOf(object);
    if (type == Py.INT) {
      return of(integer(object), "int");
    }
    if (type == Py.FLOAT) {
      return of(PyFloats.PyFloat_AsDouble(object), "float");
    }
    if (type == Py.STR) {
      return of(text(object), "str");
    }
    if (object == Py.NONE) {
      return NONE;
    }
    if (object == Py.TRUE || object == Py.FALSE) {
      return object == Py.TRUE ? TRUE : FALSE;
    }
    return held(object, type);
  }

  private ScriptValue held(long object, long type) {
    if (++depth > DEEPEST) {
      throw new TypeConversionException(
          "a value of at most " + DEEPEST + " levels",
          "one that is deeper or contains itself",
          ErrorDetails.of(
              "python",
              "a container is nested deeper than %d levels or contains itself".formatted(DEEPEST)));
    }
    PyRefs.Py_IncRef(object);
    try {
      return container(object, type);
    } finally {
      PyRefs.Py_DecRef(object);
      depth--;
    }
  }

  private ScriptValue container(long object, long type) {
    if (type == Py.LIST) {
      return of(list(object), "list");
    }
    if (type == Py.TUPLE) {
      return of(tuple(object), "tuple");
    }
    if (type == Py.DICT) {
      return of(dict(object), "dict");
    }
    if (type == Py.BYTES) {
      return of(bytes(object), "bytes");
    }
    if (type == Py.SET) {
      return of(set(object), "set");
    }
    return subclass(object, type, typeName(type));
  }

  private ScriptValue subclass(long object, long type, String name) {
    if (is(type, Py.INT)) {
      return of(integer(object), name);
    }
    if (is(type, Py.FLOAT)) {
      return of(PyFloats.PyFloat_AsDouble(object), name);
    }
    if (is(type, Py.STR)) {
      return of(text(object), name);
    }
    if (is(type, Py.LIST)) {
      return of(list(object), name);
    }
    if (is(type, Py.TUPLE)) {
      return of(tuple(object), name);
    }
    if (is(type, Py.DICT)) {
      return of(dict(object), name);
    }
    if (is(type, Py.SET) || is(type, Py.FROZENSET)) {
      return of(set(object), name);
    }
    if (is(type, Py.BYTES)) {
      return of(bytes(object), name);
    }
    if (type == Py.BYTEARRAY || type == Py.MEMORYVIEW || is(type, Py.BYTEARRAY)) {
      return of(bytesOfBuffer(object), name);
    }
    return other(object, type, name);
  }

  private static boolean is(long type, long base) {
    return PyTypes.PyType_IsSubtype(type, base) != 0;
  }

  private ScriptValue other(long object, long type, String name) {
    long plain = NumPyScalars.plain(object, attachment);
    try {
      if (plain != object) {
        return of(value(plain).data(), name);
      }
    } finally {
      PyRefs.Py_DecRef(plain);
    }
    boolean code =
        type == Py.FUNCTION
            || type == Py.BUILTIN_FUNCTION
            || type == Py.MODULE
            || is(type, Py.TYPE)
            || is(type, Py.MODULE);
    boolean callable = PyObjects.PyCallable_Check(object) != 0;
    Optional<HostFunction> host =
        type == Py.BUILTIN_FUNCTION ? engine.hostFunction(object) : Optional.empty();
    return of(new PythonObject(engine, PyRef.ofBorrowed(object), callable, code, host), name);
  }

  private Object integer(long object) {
    long overflow = attachment.scratch();
    long value = PyLongs.PyLong_AsLongLongAndOverflow(object, overflow);
    if (value != -1 || NativeMemory.getInt(overflow) == 0) {
      return value;
    }
    return bigInteger(object);
  }

  /**
   * Through hexadecimal text: it takes linear time, and Python's limit on digits does not hold for
   * it.
   */
  private Object bigInteger(long object) {
    long hex = check(PyLongText.PyNumber_ToBase(object, 16));
    try {
      String digits = Text.toJava(hex, attachment);
      return digits.startsWith("-")
          ? new BigInteger(digits.substring(3), 16).negate()
          : new BigInteger(digits.substring(2), 16);
    } finally {
      PyRefs.Py_DecRef(hex);
    }
  }

  private String text(long object) {
    try {
      return Text.toJava(object, attachment);
    } catch (LoneSurrogateException e) {
      throw new TypeConversionException(
          "text",
          String.valueOf(e.getMessage()),
          ErrorDetails.of("python", "a str has a lone surrogate, which is no character")
              .causedBy(e));
    }
  }

  private byte[] bytes(long object) {
    long results = attachment.scratch();
    check(PyBytes.PyBytes_AsStringAndSize(object, results, results + 8));
    return NativeMemory.getBytes(
        NativeMemory.getLong(results), Math.toIntExact(NativeMemory.getLong(results + 8)));
  }

  private byte[] bytesOfBuffer(long object) {
    long copy = check(PyBytes.PyBytes_FromObject(object));
    try {
      return bytes(copy);
    } finally {
      PyRefs.Py_DecRef(copy);
    }
  }

  private List<ScriptValue> list(long object) {
    int size = Math.toIntExact(PyLists.PyList_Size(object));
    List<ScriptValue> values = new ArrayList<>(size);
    for (int i = 0; i < PyLists.PyList_Size(object); i++) {
      values.add(element(PyLists.PyList_GetItem(object, i), i));
    }
    return Collections.unmodifiableList(values);
  }

  private List<ScriptValue> tuple(long object) {
    int size = Math.toIntExact(PyTuples.PyTuple_Size(object));
    List<ScriptValue> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(element(PyTuples.PyTuple_GetItem(object, i), i));
    }
    return Collections.unmodifiableList(values);
  }

  private ScriptValue element(long object, int index) {
    try {
      return value(object);
    } catch (TypeConversionException e) {
      throw Places.within(e, "[" + index + "]");
    }
  }

  private Set<ScriptValue> set(long object) {
    Set<ScriptValue> values = new LinkedHashSet<>();
    long iterator = check(PyObjects.PyObject_GetIter(object));
    try {
      for (long item; (item = PyObjects.PyIter_Next(iterator)) != 0; ) {
        try {
          values.add(value(item));
        } finally {
          PyRefs.Py_DecRef(item);
        }
      }
      Raised.checkNone();
    } finally {
      PyRefs.Py_DecRef(iterator);
    }
    return Collections.unmodifiableSet(values);
  }

  private Map<ScriptValue, ScriptValue> dict(long object) {
    Map<ScriptValue, ScriptValue> entries = new LinkedHashMap<>();
    long position = 0;
    while (true) {
      long results = attachment.scratch();
      NativeMemory.putLong(results, position);
      if (PyDicts.PyDict_Next(object, results, results + 8, results + 16) == 0) {
        return Collections.unmodifiableMap(entries);
      }
      position = NativeMemory.getLong(results);
      putEntry(entries, NativeMemory.getLong(results + 8), NativeMemory.getLong(results + 16));
    }
  }

  private void putEntry(Map<ScriptValue, ScriptValue> entries, long key, long value) {
    PyRefs.Py_IncRef(value); // converting the key may run code that removes the entry
    try {
      ScriptValue javaKey = value(key);
      try {
        entries.put(javaKey, value(value));
      } catch (TypeConversionException e) {
        throw Places.within(e, "[" + PythonPrinter.INSTANCE.repr(javaKey) + "]");
      }
    } finally {
      PyRefs.Py_DecRef(value);
    }
  }

  private String typeName(long type) {
    return TypeNames.of(type, attachment);
  }
}

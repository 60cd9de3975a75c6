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
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PySets;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import java.lang.foreign.Arena;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes Python objects of Java values; every result is a new reference. Attached; one for each
 * conversion.
 */
public final class ToPython {

  private static final int DEEPEST = 200;

  private final EngineLink engine;
  private final Attachment attachment;
  private int depth;

  private ToPython(EngineLink engine, Attachment attachment) {
    this.engine = engine;
    this.attachment = attachment;
  }

  /**
   * Converts a value.
   *
   * @return a new reference
   * @throws TypeConversionException if the value, or one inside it, has no counterpart in Python
   */
  public static long convert(EngineLink engine, Attachment attachment, @Nullable Object value) {
    if (value instanceof Long n) {
      return check(PyLongs.PyLong_FromLongLong(n));
    }
    return new ToPython(engine, attachment).value(value);
  }

  private long value(@Nullable Object value) {
    return switch (value) {
      case null -> borrowed(Py.NONE);
      case Boolean b -> borrowed(b ? Py.TRUE : Py.FALSE);
      case Long n -> check(PyLongs.PyLong_FromLongLong(n));
      case Double d -> check(PyFloats.PyFloat_FromDouble(d));
      case String s -> text(s);
      case Integer n -> check(PyLongs.PyLong_FromLongLong(n));
      case Short n -> check(PyLongs.PyLong_FromLongLong(n));
      case Byte n -> check(PyLongs.PyLong_FromLongLong(n));
      case BigInteger n -> integer(n);
      case Float f -> check(PyFloats.PyFloat_FromDouble(f));
      case ScriptValue v -> scriptValue(v);
      case byte[] bytes -> bytes(bytes);
      case CharSequence s -> text(s.toString());
      case Character c -> text(c.toString());
      case Optional<?> o -> value(o.orElse(null));
      case HostFunction f -> engine.function(attachment, "host_function", f);
      default -> container(value);
    };
  }

  private static long borrowed(long object) {
    PyRefs.Py_IncRef(object);
    return object;
  }

  private long scriptValue(ScriptValue value) {
    Object data = value.data();
    if (data instanceof PythonObject object) {
      return borrowed(object.ref().borrow());
    }
    if (data != null && value.isReference()) {
      throw unconvertible(value.typeName() + " of " + value.backendName());
    }
    if (data instanceof Collection<?> values && value.typeName().equals("tuple")) {
      return tuple(values);
    }
    if (data instanceof Collection<?> values && value.typeName().equals("frozenset")) {
      return frozen(values);
    }
    return value(data);
  }

  private long tuple(Collection<?> values) {
    long list = value(values);
    try {
      return check(PyLists.PyList_AsTuple(list));
    } finally {
      PyRefs.Py_DecRef(list);
    }
  }

  private long frozen(Collection<?> values) {
    long list = list(values);
    try {
      return check(PySets.PyFrozenSet_New(list));
    } finally {
      PyRefs.Py_DecRef(list);
    }
  }

  private long text(String text) {
    try {
      return Text.toPython(text, attachment);
    } catch (LoneSurrogateException e) {
      throw unconvertible(e.getMessage());
    }
  }

  private static long integer(BigInteger n) {
    if (n.bitLength() < Long.SIZE) {
      return check(PyLongs.PyLong_FromLongLong(n.longValue()));
    }
    try (Arena arena = Arena.ofConfined()) {
      return check(
          PyLongText.PyLong_FromString(arena.allocateFrom(n.toString(16)).address(), 0, 16));
    }
  }

  private long bytes(byte[] bytes) {
    long object = check(PyBytes.PyBytes_FromStringAndSize(0, bytes.length));
    long results = attachment.scratch();
    check(PyBytes.PyBytes_AsStringAndSize(object, results, results + 8));
    NativeMemory.putBytes(
        NativeMemory.getLong(results), bytes); // ours alone so far, so it may still be written
    return object;
  }

  private long container(Object value) {
    if (++depth > DEEPEST) {
      throw new TypeConversionException(
          "a value of at most " + DEEPEST + " levels",
          value.getClass().getName() + " that is deeper or contains itself",
          ErrorDetails.of(
              "python",
              "a %s is nested deeper than %d levels or contains itself"
                  .formatted(value.getClass().getName(), DEEPEST)));
    }
    try {
      return switch (value) {
        case Map<?, ?> map -> dict(map);
        case Set<?> set -> set(set);
        case Collection<?> collection -> list(collection);
        default -> array(value);
      };
    } finally {
      depth--;
    }
  }

  private long array(Object value) {
    if (!value.getClass().isArray()) {
      throw unconvertible(value.getClass().getName());
    }
    int length = Array.getLength(value);
    long list = check(PyLists.PyList_New(length));
    fill(
        list,
        new Elements() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < length;
          }

          @Override
          public @Nullable Object next() {
            return Array.get(value, next++);
          }
        });
    return list;
  }

  private interface Elements extends java.util.Iterator<@Nullable Object> {}

  private long list(Collection<?> values) {
    Object[] snapshot = values.toArray(); // of one moment, whatever other threads do
    long list = check(PyLists.PyList_New(snapshot.length));
    fill(list, java.util.Arrays.asList(snapshot).iterator());
    return list;
  }

  private void fill(long list, java.util.Iterator<? extends @Nullable Object> values) {
    for (int i = 0; values.hasNext(); i++) {
      long item;
      try {
        item = value(values.next());
      } catch (TypeConversionException e) {
        PyRefs.Py_DecRef(list);
        throw Places.within(e, "[" + i + "]");
      } catch (RuntimeException | Error e) {
        PyRefs.Py_DecRef(list);
        throw e;
      }
      check(PyLists.PyList_SetItem(list, i, item));
    }
  }

  private long set(Set<?> values) {
    long set = check(PySets.PySet_New(0));
    try {
      for (Object value : values.toArray()) {
        addTo(set, value);
      }
      return borrowed(set);
    } finally {
      PyRefs.Py_DecRef(set);
    }
  }

  private void addTo(long set, @Nullable Object value) {
    long item = value(value);
    try {
      check(PySets.PySet_Add(set, item));
    } finally {
      PyRefs.Py_DecRef(item);
    }
  }

  private long dict(Map<?, ?> map) {
    long dict = check(PyDicts.PyDict_New());
    try {
      map.forEach((key, value) -> put(dict, key, value));
      return borrowed(dict);
    } finally {
      PyRefs.Py_DecRef(dict);
    }
  }

  private void put(long dict, @Nullable Object key, @Nullable Object value) {
    long pythonKey = value(key);
    try {
      long pythonValue = value(value);
      try {
        check(PyDicts.PyDict_SetItem(dict, pythonKey, pythonValue));
      } finally {
        PyRefs.Py_DecRef(pythonValue);
      }
    } catch (TypeConversionException e) {
      throw Places.within(e, "[" + (key instanceof String ? "'" + key + "'" : key) + "]");
    } finally {
      PyRefs.Py_DecRef(pythonKey);
    }
  }

  private static TypeConversionException unconvertible(@Nullable String found) {
    String what = String.valueOf(found);
    return new TypeConversionException(
        "a value Python can hold",
        what,
        ErrorDetails.of("python", "cannot convert " + what + " to a Python value"));
  }
}

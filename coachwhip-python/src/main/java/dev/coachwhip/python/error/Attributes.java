package dev.coachwhip.python.error;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTypes;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.LoneSurrogateException;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads attributes of exceptions, tracebacks and frames. A broken exception must not hide itself
 * behind another one, so whatever goes wrong here reads as absent. Attached.
 */
final class Attributes {

  private final Attachment attachment;

  Attributes(Attachment attachment) {
    this.attachment = attachment;
  }

  /** Returns a new reference, or 0 if there is no such attribute or it is None. */
  long object(long owner, long name) {
    long value = PyObjects.PyObject_GetAttr(owner, name);
    if (value == 0) {
      PyErrors.PyErr_Clear();
    } else if (value == Py.NONE) {
      PyRefs.Py_DecRef(value);
      return 0;
    }
    return value;
  }

  /** Returns an int attribute, or a value for none. */
  int number(long owner, long name, int absent) {
    long value = object(owner, name);
    if (value == 0) {
      return absent;
    }
    try {
      return isA(value, Py.INT) ? narrow(value, absent) : absent;
    } finally {
      PyRefs.Py_DecRef(value);
    }
  }

  private int narrow(long object, int absent) {
    long overflow = attachment.scratch();
    NativeMemory.putInt(overflow, 0);
    long value = PyLongs.PyLong_AsLongLongAndOverflow(object, overflow);
    boolean fits = NativeMemory.getInt(overflow) == 0 && value == (int) value;
    return fits ? (int) value : absent;
  }

  /** Returns a str attribute, or null for none. */
  @Nullable String text(long owner, long name) {
    long value = object(owner, name);
    try {
      return string(value);
    } finally {
      PyRefs.Py_DecRef(value);
    }
  }

  /** Returns {@code str(object)}, or null if that raises. */
  @Nullable String printed(long object) {
    long str = PyObjects.PyObject_Str(object);
    if (str == 0) {
      PyErrors.PyErr_Clear();
      return null;
    }
    try {
      return string(str);
    } finally {
      PyRefs.Py_DecRef(str);
    }
  }

  /** Returns the text of a str, null for any other object and for 0. */
  @Nullable String string(long str) {
    if (str == 0 || !isA(str, Py.STR)) {
      return null;
    }
    try {
      return Text.toJava(str, attachment);
    } catch (LoneSurrogateException e) {
      return null;
    }
  }

  static boolean isA(long object, long type) {
    return PyTypes.PyType_IsSubtype(ObjectLayout.typeOf(object), type) != 0;
  }
}

package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;

/**
 * Reads an object's class from its memory, where a look at known objects proved that it stands
 * where we think; else asks Python. First used attached.
 */
public final class ObjectLayout {

  /** After the reference count; free-threaded builds have it elsewhere. */
  private static final long TYPE_OFFSET = 8;

  private static final boolean PROVED =
      hasType(Py.INT, Py.TYPE)
          && hasType(Py.STR, Py.TYPE)
          && hasType(Py.TYPE, Py.TYPE)
          && hasType(Py.TRUE, NativeMemory.getLong(Py.FALSE + TYPE_OFFSET))
          && hasType(Py.NONE, askType(Py.NONE))
          && hasType(Py.TRUE, askType(Py.TRUE));

  private ObjectLayout() {}

  private static boolean hasType(long object, long type) {
    return NativeMemory.getLong(object + TYPE_OFFSET) == type;
  }

  /** Returns an object's class, borrowed from the object. Attached. */
  public static long typeOf(long object) {
    return PROVED ? NativeMemory.getLong(object + TYPE_OFFSET) : askType(object);
  }

  private static long askType(long object) {
    long type = PyObjects.PyObject_Type(object);
    PyRefs.Py_DecRef(type); // the object holds it
    return type;
  }
}

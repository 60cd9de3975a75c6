package dev.coachwhip.python.convert;

import dev.coachwhip.python.ffi.PyObjects;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.ObjectLayout;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;

/** Names of Python classes. Attached. */
public final class TypeNames {

  private static final long NAME = Text.forever("__name__");

  private TypeNames() {}

  /** Returns a class's {@code __name__}. */
  public static String of(long type, Attachment attachment) {
    long name = Raised.check(PyObjects.PyObject_GetAttr(type, NAME));
    try {
      return ObjectLayout.typeOf(name) == Py.STR
          ? Text.toJava(name, attachment)
          : "object"; // a metaclass may give anything
    } finally {
      PyRefs.Py_DecRef(name);
    }
  }
}

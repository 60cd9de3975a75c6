package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/**
 * Attributes in an object's own dict, past what its class does to getting and setting: {@code
 * object.h}. Attached.
 */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyGenericAttributes {

  private PyGenericAttributes() {}

  private static final MethodHandle PyObject_GenericGetAttr =
      CPython.function("PyObject_GenericGetAttr", Shape.LONGS_2);

  private static final MethodHandle PyObject_GenericSetAttr =
      CPython.function("PyObject_GenericSetAttr", Shape.LONGS_3);

  /** New reference, 0 on error. */
  public static long PyObject_GenericGetAttr(long object, long name) {
    try {
      return (long) PyObject_GenericGetAttr.invokeExact(object, name);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Takes a new reference to the value; -1 on error. */
  public static int PyObject_GenericSetAttr(long object, long name, long value) {
    try {
      return (int) (long) PyObject_GenericSetAttr.invokeExact(object, name, value);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

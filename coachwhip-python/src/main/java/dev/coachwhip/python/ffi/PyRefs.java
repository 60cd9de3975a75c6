package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Reference counts: {@code object.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyRefs {

  private PyRefs() {}

  private static final MethodHandle Py_IncRef = CPython.leaf("Py_IncRef", Shape.LONGS_1);

  private static final MethodHandle Py_DecRef = CPython.function("Py_DecRef", Shape.LONGS_1);

  /** Ignores 0. */
  public static void Py_IncRef(long object) {
    try {
      long _ = (long) Py_IncRef.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Ignores 0. May run Python code. */
  public static void Py_DecRef(long object) {
    try {
      long _ = (long) Py_DecRef.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Floats: {@code floatobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyFloats {

  private PyFloats() {}

  private static final MethodHandle PyFloat_FromDouble =
      CPython.leaf("PyFloat_FromDouble", Shape.DOUBLE_TO_LONG);

  private static final MethodHandle PyFloat_AsDouble =
      CPython.leaf("PyFloat_AsDouble", Shape.LONG_TO_DOUBLE);

  /** New reference, 0 on error. */
  public static long PyFloat_FromDouble(double value) {
    try {
      return (long) PyFloat_FromDouble.invokeExact(value);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** For floats only, which cannot fail. */
  public static double PyFloat_AsDouble(long object) {
    try {
      return (double) PyFloat_AsDouble.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

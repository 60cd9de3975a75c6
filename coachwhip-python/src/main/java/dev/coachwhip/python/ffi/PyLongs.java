package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Integers: {@code longobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyLongs {

  private PyLongs() {}

  private static final MethodHandle PyLong_FromLongLong =
      CPython.leaf("PyLong_FromLongLong", Shape.LONGS_1);

  private static final MethodHandle PyLong_AsLongLongAndOverflow =
      CPython.leaf("PyLong_AsLongLongAndOverflow", Shape.LONGS_2);

  /** New reference, 0 on error. */
  public static long PyLong_FromLongLong(long value) {
    try {
      return (long) PyLong_FromLongLong.invokeExact(value);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** For ints only: -1 with a non-zero int at the address if it does not fit. */
  public static long PyLong_AsLongLongAndOverflow(long object, long overflowAddress) {
    try {
      return (long) PyLong_AsLongLongAndOverflow.invokeExact(object, overflowAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** The exception that is set on the attached thread: {@code pyerrors.h}. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyErrors {

  private PyErrors() {}

  private static final MethodHandle PyErr_Occurred = CPython.leaf("PyErr_Occurred", Shape.LONGS_0);

  private static final MethodHandle PyErr_Clear = CPython.function("PyErr_Clear", Shape.LONGS_0);

  private static final MethodHandle PyErr_SetObject =
      CPython.function("PyErr_SetObject", Shape.LONGS_2);

  private static final MethodHandle PyErr_SetString =
      CPython.function("PyErr_SetString", Shape.LONGS_2);

  private static final MethodHandle PyErr_GivenExceptionMatches =
      CPython.function("PyErr_GivenExceptionMatches", Shape.LONGS_2);

  /** Borrowed class of the exception, 0 if none is set. */
  public static long PyErr_Occurred() {
    try {
      return (long) PyErr_Occurred.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Drops it. May run Python code. */
  public static void PyErr_Clear() {
    try {
      long _ = (long) PyErr_Clear.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Sets one; takes no reference away. */
  public static void PyErr_SetObject(long type, long value) {
    try {
      long _ = (long) PyErr_SetObject.invokeExact(type, value);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Sets one. */
  public static void PyErr_SetString(long type, long utf8) {
    try {
      long _ = (long) PyErr_SetString.invokeExact(type, utf8);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** 1 if it is an instance; never fails. */
  public static int PyErr_GivenExceptionMatches(long exception, long type) {
    try {
      return (int) (long) PyErr_GivenExceptionMatches.invokeExact(exception, type);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

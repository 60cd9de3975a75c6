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

  private static final MethodHandle PyLong_AsUnsignedLongLong =
      CPython.leaf("PyLong_AsUnsignedLongLong", Shape.LONGS_1);

  /** The 64 bits of an int from 0 to 2^64 - 1; -1 with an exception for others. */
  public static long PyLong_AsUnsignedLongLong(long object) {
    try {
      return (long) PyLong_AsUnsignedLongLong.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

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

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Integers of any size as text: {@code longobject.h}, {@code abstract.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyLongText {

  private PyLongText() {}

  private static final MethodHandle PyLong_FromString =
      CPython.function("PyLong_FromString", Shape.LONGS_3);

  private static final MethodHandle PyNumber_ToBase =
      CPython.function("PyNumber_ToBase", Shape.LONGS_2);

  /** New reference, 0 on error. */
  public static long PyLong_FromString(long text, long endAddress, long base) {
    try {
      return (long) PyLong_FromString.invokeExact(text, endAddress, base);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New str such as {@code 0x1f}, 0 on error. May run Python code. */
  public static long PyNumber_ToBase(long object, long base) {
    try {
      return (long) PyNumber_ToBase.invokeExact(object, base);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Sets: {@code setobject.h}. Attached. May run Python code: hashing and comparing. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PySets {

  private PySets() {}

  private static final MethodHandle PySet_New = CPython.function("PySet_New", Shape.LONGS_1);

  private static final MethodHandle PyFrozenSet_New =
      CPython.function("PyFrozenSet_New", Shape.LONGS_1);

  private static final MethodHandle PySet_Add = CPython.function("PySet_Add", Shape.LONGS_2);

  /** New reference, 0 on error; 0 makes an empty set. */
  public static long PySet_New(long iterable) {
    try {
      return (long) PySet_New.invokeExact(iterable);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyFrozenSet_New(long iterable) {
    try {
      return (long) PyFrozenSet_New.invokeExact(iterable);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error. */
  public static int PySet_Add(long set, long key) {
    try {
      return (int) (long) PySet_Add.invokeExact(set, key);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

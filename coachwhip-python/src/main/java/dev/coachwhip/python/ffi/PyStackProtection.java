package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** The C stack that recursion checks believe in, since 3.14: {@code pystate.h}. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyStackProtection {

  private PyStackProtection() {}

  private static final MethodHandle PyUnstable_ThreadState_SetStackProtection =
      CPython.function("PyUnstable_ThreadState_SetStackProtection", Shape.LONGS_3);

  /** Attached. -1 and an exception if the size is too small. */
  public static int PyUnstable_ThreadState_SetStackProtection(long state, long start, long size) {
    try {
      return (int) (long) PyUnstable_ThreadState_SetStackProtection.invokeExact(state, start, size);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

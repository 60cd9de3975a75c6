package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Class relations: {@code object.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyTypes {

  private PyTypes() {}

  private static final MethodHandle PyType_IsSubtype =
      CPython.leaf("PyType_IsSubtype", Shape.LONGS_2);

  /** 1 if it is; never fails. */
  public static int PyType_IsSubtype(long type, long base) {
    try {
      return (int) (long) PyType_IsSubtype.invokeExact(type, base);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

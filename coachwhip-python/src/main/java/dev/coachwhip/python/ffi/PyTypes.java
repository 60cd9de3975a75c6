package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Class relations: {@code object.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyTypes {

  /** {@code Py_TPFLAGS_HEAPTYPE}: a class made while Python runs. */
  public static final long HEAP_TYPE = 1L << 9;

  private PyTypes() {}

  private static final MethodHandle PyType_GetFlags =
      CPython.leaf("PyType_GetFlags", Shape.LONGS_1);

  private static final MethodHandle PyType_IsSubtype =
      CPython.leaf("PyType_IsSubtype", Shape.LONGS_2);

  private static final MethodHandle PyType_GenericNew =
      CPython.function("PyType_GenericNew", Shape.LONGS_3);

  /** New reference to an object without content, 0 on error; arguments and keywords are ignored. */
  public static long PyType_GenericNew(long type, long arguments, long keywords) {
    try {
      return (long) PyType_GenericNew.invokeExact(type, arguments, keywords);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** 1 if it is; never fails. */
  public static int PyType_IsSubtype(long type, long base) {
    try {
      return (int) (long) PyType_IsSubtype.invokeExact(type, base);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Flags; never fails. */
  public static long PyType_GetFlags(long type) {
    try {
      return (long) PyType_GetFlags.invokeExact(type);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Tuples: {@code tupleobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyTuples {

  private PyTuples() {}

  private static final MethodHandle PyTuple_New = CPython.function("PyTuple_New", Shape.LONGS_1);

  private static final MethodHandle PyTuple_SetItem =
      CPython.function("PyTuple_SetItem", Shape.LONGS_3);

  private static final MethodHandle PyTuple_Size = CPython.leaf("PyTuple_Size", Shape.LONGS_1);

  private static final MethodHandle PyTuple_GetItem =
      CPython.leaf("PyTuple_GetItem", Shape.LONGS_2);

  /** New tuple of empty slots, 0 on error. */
  public static long PyTuple_New(long size) {
    try {
      return (long) PyTuple_New.invokeExact(size);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Steals the item even on error; -1 on error. */
  public static int PyTuple_SetItem(long tuple, long index, long item) {
    try {
      return (int) (long) PyTuple_SetItem.invokeExact(tuple, index, item);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error. */
  public static long PyTuple_Size(long tuple) {
    try {
      return (long) PyTuple_Size.invokeExact(tuple);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed, 0 on error. */
  public static long PyTuple_GetItem(long tuple, long index) {
    try {
      return (long) PyTuple_GetItem.invokeExact(tuple, index);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

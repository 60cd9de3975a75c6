package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Lists: {@code listobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyLists {

  private PyLists() {}

  private static final MethodHandle PyList_New = CPython.function("PyList_New", Shape.LONGS_1);

  private static final MethodHandle PyList_SetItem =
      CPython.function("PyList_SetItem", Shape.LONGS_3);

  private static final MethodHandle PyList_Size = CPython.leaf("PyList_Size", Shape.LONGS_1);

  private static final MethodHandle PyList_GetItem = CPython.leaf("PyList_GetItem", Shape.LONGS_2);

  private static final MethodHandle PyList_AsTuple =
      CPython.function("PyList_AsTuple", Shape.LONGS_1);

  private static final MethodHandle PyList_Append =
      CPython.function("PyList_Append", Shape.LONGS_2);

  /** Takes its own reference to the item; -1 on error. */
  public static int PyList_Append(long list, long item) {
    try {
      return (int) (long) PyList_Append.invokeExact(list, item);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New list of empty slots, 0 on error. */
  public static long PyList_New(long size) {
    try {
      return (long) PyList_New.invokeExact(size);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Steals the item even on error; -1 on error. */
  public static int PyList_SetItem(long list, long index, long item) {
    try {
      return (int) (long) PyList_SetItem.invokeExact(list, index, item);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error. */
  public static long PyList_Size(long list) {
    try {
      return (long) PyList_Size.invokeExact(list);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed, 0 on error. */
  public static long PyList_GetItem(long list, long index) {
    try {
      return (long) PyList_GetItem.invokeExact(list, index);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyList_AsTuple(long list) {
    try {
      return (long) PyList_AsTuple.invokeExact(list);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

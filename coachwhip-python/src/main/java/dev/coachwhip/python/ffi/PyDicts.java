package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Dictionaries: {@code dictobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyDicts {

  private PyDicts() {}

  private static final MethodHandle PyDict_New = CPython.function("PyDict_New", Shape.LONGS_0);

  private static final MethodHandle PyDict_SetItem =
      CPython.function("PyDict_SetItem", Shape.LONGS_3);

  private static final MethodHandle PyDict_GetItemWithError =
      CPython.function("PyDict_GetItemWithError", Shape.LONGS_2);

  private static final MethodHandle PyDict_DelItem =
      CPython.function("PyDict_DelItem", Shape.LONGS_2);

  private static final MethodHandle PyDict_Next = CPython.function("PyDict_Next", Shape.LONGS_4);

  private static final MethodHandle PyDict_Size = CPython.leaf("PyDict_Size", Shape.LONGS_1);

  private static final MethodHandle PyDict_Clear = CPython.function("PyDict_Clear", Shape.LONGS_1);

  /** New reference, 0 on error. */
  public static long PyDict_New() {
    try {
      return (long) PyDict_New.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error. May run Python code. */
  public static int PyDict_SetItem(long dict, long key, long value) {
    try {
      return (int) (long) PyDict_SetItem.invokeExact(dict, key, value);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed; 0 with or without an exception. */
  public static long PyDict_GetItemWithError(long dict, long key) {
    try {
      return (long) PyDict_GetItemWithError.invokeExact(dict, key);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error, as for a missing key. */
  public static int PyDict_DelItem(long dict, long key) {
    try {
      return (int) (long) PyDict_DelItem.invokeExact(dict, key);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed key and value; 0 at the end. The dict must not change. */
  public static int PyDict_Next(
      long dict, long positionAddress, long keyAddress, long valueAddress) {
    try {
      return (int) (long) PyDict_Next.invokeExact(dict, positionAddress, keyAddress, valueAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error. */
  public static long PyDict_Size(long dict) {
    try {
      return (long) PyDict_Size.invokeExact(dict);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** May run Python code. */
  public static void PyDict_Clear(long dict) {
    try {
      long _ = (long) PyDict_Clear.invokeExact(dict);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

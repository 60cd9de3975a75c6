package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Any object: {@code object.h}, {@code abstract.h}. Attached. May run Python code. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyObjects {

  private PyObjects() {}

  private static final MethodHandle PyObject_GetAttr =
      CPython.function("PyObject_GetAttr", Shape.LONGS_2);

  private static final MethodHandle PyObject_Type =
      CPython.function("PyObject_Type", Shape.LONGS_1);

  private static final MethodHandle PyObject_VectorcallDict =
      CPython.function("PyObject_VectorcallDict", Shape.LONGS_4);

  private static final MethodHandle PyCallable_Check =
      CPython.function("PyCallable_Check", Shape.LONGS_1);

  private static final MethodHandle PyObject_GetIter =
      CPython.function("PyObject_GetIter", Shape.LONGS_1);

  private static final MethodHandle PyIter_Next = CPython.function("PyIter_Next", Shape.LONGS_1);

  private static final MethodHandle PyObject_Str = CPython.function("PyObject_Str", Shape.LONGS_1);

  private static final MethodHandle PyObject_ASCII =
      CPython.function("PyObject_ASCII", Shape.LONGS_1);

  private static final MethodHandle PyObject_Repr =
      CPython.function("PyObject_Repr", Shape.LONGS_1);

  /** New reference, 0 on error. */
  public static long PyObject_GetAttr(long object, long name) {
    try {
      return (long) PyObject_GetAttr.invokeExact(object, name);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference to its class. */
  public static long PyObject_Type(long object) {
    try {
      return (long) PyObject_Type.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error; keywords may be 0. */
  public static long PyObject_VectorcallDict(
      long callable, long arguments, long count, long keywords) {
    try {
      return (long) PyObject_VectorcallDict.invokeExact(callable, arguments, count, keywords);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** 1 if it can be called; never fails. */
  public static int PyCallable_Check(long object) {
    try {
      return (int) (long) PyCallable_Check.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyObject_GetIter(long object) {
    try {
      return (long) PyObject_GetIter.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference; 0 at the end or on error. */
  public static long PyIter_Next(long iterator) {
    try {
      return (long) PyIter_Next.invokeExact(iterator);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyObject_Str(long object) {
    try {
      return (long) PyObject_Str.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyObject_ASCII(long object) {
    try {
      return (long) PyObject_ASCII.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyObject_Repr(long object) {
    try {
      return (long) PyObject_Repr.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Capsules: {@code pycapsule.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyCapsules {

  private PyCapsules() {}

  private static final MethodHandle PyCapsule_New =
      CPython.function("PyCapsule_New", Shape.LONGS_3);

  private static final MethodHandle PyCapsule_GetPointer =
      CPython.leaf("PyCapsule_GetPointer", Shape.LONGS_2);

  private static final MethodHandle PyCapsule_IsValid =
      CPython.leaf("PyCapsule_IsValid", Shape.LONGS_2);

  private static final MethodHandle PyCapsule_SetContext =
      CPython.leaf("PyCapsule_SetContext", Shape.LONGS_2);

  private static final MethodHandle PyCapsule_GetContext =
      CPython.leaf("PyCapsule_GetContext", Shape.LONGS_1);

  /** 1 if any object is a capsule with this name and a pointer; never fails. */
  public static int PyCapsule_IsValid(long object, long name) {
    try {
      return (int) (long) PyCapsule_IsValid.invokeExact(object, name);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error; the pointer must not be 0. */
  public static long PyCapsule_New(long pointer, long name, long destructor) {
    try {
      return (long) PyCapsule_New.invokeExact(pointer, name, destructor);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** 0 on error. */
  public static long PyCapsule_GetPointer(long capsule, long name) {
    try {
      return (long) PyCapsule_GetPointer.invokeExact(capsule, name);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Nonzero on error, which only an object that is no capsule causes. */
  public static int PyCapsule_SetContext(long capsule, long context) {
    try {
      return (int) (long) PyCapsule_SetContext.invokeExact(capsule, context);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** 0 if none was set. */
  public static long PyCapsule_GetContext(long capsule) {
    try {
      return (long) PyCapsule_GetContext.invokeExact(capsule);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Functions made of C function pointers: {@code methodobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyMethods {

  private PyMethods() {}

  private static final MethodHandle PyCMethod_New =
      CPython.function("PyCMethod_New", Shape.LONGS_4);

  private static final MethodHandle PyCFunction_GetFunction =
      CPython.leaf("PyCFunction_GetFunction", Shape.LONGS_1);

  private static final MethodHandle PyCFunction_GetSelf =
      CPython.leaf("PyCFunction_GetSelf", Shape.LONGS_1);

  /** Address of the C function; the argument must be a built-in function. */
  public static long PyCFunction_GetFunction(long function) {
    try {
      return (long) PyCFunction_GetFunction.invokeExact(function);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed reference, 0 if there is none; the argument must be a built-in function. */
  public static long PyCFunction_GetSelf(long function) {
    try {
      return (long) PyCFunction_GetSelf.invokeExact(function);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error; the definition must outlive it. */
  public static long PyCMethod_New(long definition, long self, long module, long type) {
    try {
      return (long) PyCMethod_New.invokeExact(definition, self, module, type);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

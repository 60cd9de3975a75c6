package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Functions made of C function pointers: {@code methodobject.h}. Attached. */
@SuppressWarnings({
  "MemberName",
  "ConstantField"
}) // names as in C, so that a search finds CPython's page
public final class PyMethods {

  private PyMethods() {}

  private static final MethodHandle PyCMethod_New =
      CPython.function("PyCMethod_New", Shape.LONGS_4);

  /** New reference, 0 on error; the definition must outlive it. */
  public static long PyCMethod_New(long definition, long self, long module, long type) {
    try {
      return (long) PyCMethod_New.invokeExact(definition, self, module, type);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

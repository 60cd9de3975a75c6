package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Weak references: {@code weakrefobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyWeakrefs {

  private PyWeakrefs() {}

  private static final MethodHandle PyWeakref_NewRef =
      CPython.function("PyWeakref_NewRef", Shape.LONGS_2);

  /** New reference to a weak reference, 0 on error; the callback may be 0. */
  public static long PyWeakref_NewRef(long object, long callback) {
    try {
      return (long) PyWeakref_NewRef.invokeExact(object, callback);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

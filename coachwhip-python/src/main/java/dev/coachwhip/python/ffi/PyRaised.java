package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Taking the set exception: {@code pyerrors.h}, since 3.12. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyRaised {

  private PyRaised() {}

  private static final MethodHandle PyErr_GetRaisedException =
      CPython.function("PyErr_GetRaisedException", Shape.LONGS_0);

  /** New reference to the exception, which is no longer set; 0 if none was. */
  public static long PyErr_GetRaisedException() {
    try {
      return (long) PyErr_GetRaisedException.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Thread identities as Python's {@code threading.get_ident}: {@code pythread.h}. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyThreadIdents {

  private PyThreadIdents() {}

  private static final MethodHandle PyThread_get_thread_ident =
      CPython.function("PyThread_get_thread_ident", Shape.LONGS_0);

  /** The calling thread; need not be attached. */
  public static long PyThread_get_thread_ident() {
    try {
      return (long) PyThread_get_thread_ident.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

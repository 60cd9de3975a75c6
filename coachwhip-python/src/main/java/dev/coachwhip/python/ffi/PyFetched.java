package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Taking the set exception before 3.12: {@code pyerrors.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyFetched {

  private PyFetched() {}

  private static final MethodHandle PyErr_Fetch = CPython.function("PyErr_Fetch", Shape.LONGS_3);

  private static final MethodHandle PyErr_NormalizeException =
      CPython.function("PyErr_NormalizeException", Shape.LONGS_3);

  private static final MethodHandle PyException_SetTraceback =
      CPython.function("PyException_SetTraceback", Shape.LONGS_2);

  /** Three new references, each may be 0; nothing is set afterwards. */
  public static void PyErr_Fetch(long typeAddress, long valueAddress, long tracebackAddress) {
    try {
      long _ = (long) PyErr_Fetch.invokeExact(typeAddress, valueAddress, tracebackAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Makes the value an instance. May run Python code. */
  public static void PyErr_NormalizeException(
      long typeAddress, long valueAddress, long tracebackAddress) {
    try {
      long _ =
          (long) PyErr_NormalizeException.invokeExact(typeAddress, valueAddress, tracebackAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** -1 on error. */
  public static int PyException_SetTraceback(long exception, long traceback) {
    try {
      return (int) (long) PyException_SetTraceback.invokeExact(exception, traceback);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

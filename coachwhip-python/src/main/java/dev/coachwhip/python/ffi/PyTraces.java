package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** The trace function of the calling thread: {@code ceval.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyTraces {

  /** {@code PyTrace_CALL}: a frame is entered, or a generator goes on. */
  public static final int CALL = 0;

  /** {@code PyTrace_LINE}: a line begins, or a jump leads back within one. */
  public static final int LINE = 2;

  /** {@code PyTrace_RETURN}: a frame is left, also by an exception or a yield. */
  public static final int RETURN = 3;

  private static final MethodHandle PyEval_SetTrace =
      CPython.function("PyEval_SetTrace", Shape.LONGS_2);

  private PyTraces() {}

  /**
   * Sets the C function that is called for what happens on this thread, 0 for none; the object is
   * handed to it and may be 0. Runs audit hooks.
   */
  public static void PyEval_SetTrace(long function, long object) {
    try {
      long _ = (long) PyEval_SetTrace.invokeExact(function, object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

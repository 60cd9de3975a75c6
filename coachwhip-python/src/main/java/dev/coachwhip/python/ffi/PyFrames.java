package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Frames of the attached thread: {@code frameobject.h}. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyFrames {

  private PyFrames() {}

  private static final MethodHandle PyEval_GetFrame =
      CPython.function("PyEval_GetFrame", Shape.LONGS_0);

  private static final MethodHandle PyFrame_GetBack =
      CPython.function("PyFrame_GetBack", Shape.LONGS_1);

  private static final MethodHandle PyFrame_GetCode =
      CPython.leaf("PyFrame_GetCode", Shape.LONGS_1);

  /** The innermost frame, borrowed; 0 if no Python code runs. */
  public static long PyEval_GetFrame() {
    try {
      return (long) PyEval_GetFrame.invokeExact();
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** The frame that called one; a new reference, 0 for the outermost. */
  public static long PyFrame_GetBack(long frame) {
    try {
      return (long) PyFrame_GetBack.invokeExact(frame);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** The code that a frame runs; a new reference, never 0. */
  public static long PyFrame_GetCode(long frame) {
    try {
      return (long) PyFrame_GetCode.invokeExact(frame);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

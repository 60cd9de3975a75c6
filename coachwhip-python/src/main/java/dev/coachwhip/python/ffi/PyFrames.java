package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Frames of Python code under way: {@code frameobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyFrames {

  private PyFrames() {}

  private static final MethodHandle PyFrame_GetCode =
      CPython.leaf("PyFrame_GetCode", Shape.LONGS_1);

  /** New reference; never fails. */
  public static long PyFrame_GetCode(long frame) {
    try {
      return (long) PyFrame_GetCode.invokeExact(frame);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

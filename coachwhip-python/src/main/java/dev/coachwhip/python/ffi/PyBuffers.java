package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** The buffer protocol: {@code pybuffer.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyBuffers {

  /** Size of a {@code Py_buffer}. */
  public static final int BUFFER_BYTES = 80;

  /** {@code PyBUF_STRIDES | PyBUF_FORMAT}: read-only memory will do. */
  public static final int STRIDES_AND_FORMAT = 0x18 | 0x4;

  private PyBuffers() {}

  private static final MethodHandle PyObject_CheckBuffer =
      CPython.function("PyObject_CheckBuffer", Shape.LONGS_1);

  private static final MethodHandle PyObject_GetBuffer =
      CPython.function("PyObject_GetBuffer", Shape.LONGS_3);

  private static final MethodHandle PyBuffer_Release =
      CPython.function("PyBuffer_Release", Shape.LONGS_1);

  /** 1 if the object exports a buffer; never fails. */
  public static int PyObject_CheckBuffer(long object) {
    try {
      return (int) (long) PyObject_CheckBuffer.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Fills a {@code Py_buffer}, which then must be released; -1 on error. May run Python code. */
  public static int PyObject_GetBuffer(long object, long buffer, long flags) {
    try {
      return (int) (long) PyObject_GetBuffer.invokeExact(object, buffer, flags);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Releases what was got; does nothing the second time. May run Python code. */
  public static void PyBuffer_Release(long buffer) {
    try {
      long _ = (long) PyBuffer_Release.invokeExact(buffer);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

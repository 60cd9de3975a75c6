package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Byte strings: {@code bytesobject.h}, {@code bytearrayobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyBytes {

  private PyBytes() {}

  private static final MethodHandle PyBytes_FromStringAndSize =
      CPython.function("PyBytes_FromStringAndSize", Shape.LONGS_2);

  private static final MethodHandle PyBytes_AsStringAndSize =
      CPython.function("PyBytes_AsStringAndSize", Shape.LONGS_3);

  private static final MethodHandle PyBytes_FromObject =
      CPython.function("PyBytes_FromObject", Shape.LONGS_1);

  /** New reference, 0 on error; data 0 leaves the contents to be written. */
  public static long PyBytes_FromStringAndSize(long data, long sizeBytes) {
    try {
      return (long) PyBytes_FromStringAndSize.invokeExact(data, sizeBytes);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed data; -1 on error. */
  public static int PyBytes_AsStringAndSize(long object, long dataAddress, long sizeAddress) {
    try {
      return (int) (long) PyBytes_AsStringAndSize.invokeExact(object, dataAddress, sizeAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New bytes from any buffer, 0 on error. May run Python code. */
  public static long PyBytes_FromObject(long object) {
    try {
      return (long) PyBytes_FromObject.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

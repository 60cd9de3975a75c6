package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Text: {@code unicodeobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyUnicodes {

  private PyUnicodes() {}

  private static final MethodHandle PyUnicode_FromStringAndSize =
      CPython.leaf("PyUnicode_FromStringAndSize", Shape.LONGS_2);

  private static final MethodHandle PyUnicode_FromKindAndData =
      CPython.leaf("PyUnicode_FromKindAndData", Shape.LONGS_3);

  private static final MethodHandle PyUnicode_AsUTF8AndSize =
      CPython.function("PyUnicode_AsUTF8AndSize", Shape.LONGS_2);

  private static final MethodHandle PyUnicode_InternFromString =
      CPython.function("PyUnicode_InternFromString", Shape.LONGS_1);

  /** New reference, 0 on error; the bytes must be valid UTF-8. */
  public static long PyUnicode_FromStringAndSize(long utf8, long sizeBytes) {
    try {
      return (long) PyUnicode_FromStringAndSize.invokeExact(utf8, sizeBytes);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error; kind 1, 2 or 4 bytes a code point. */
  public static long PyUnicode_FromKindAndData(long kind, long data, long lengthCodePoints) {
    try {
      return (long) PyUnicode_FromKindAndData.invokeExact(kind, data, lengthCodePoints);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Borrowed from the object, which keeps it; 0 on error, as for lone surrogates. */
  public static long PyUnicode_AsUTF8AndSize(long object, long sizeAddress) {
    try {
      return (long) PyUnicode_AsUTF8AndSize.invokeExact(object, sizeAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** New reference, 0 on error. */
  public static long PyUnicode_InternFromString(long utf8) {
    try {
      return (long) PyUnicode_InternFromString.invokeExact(utf8);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

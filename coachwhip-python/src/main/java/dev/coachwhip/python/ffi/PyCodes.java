package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Positions in code: {@code code.h}, since 3.11. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyCodes {

  private PyCodes() {}

  private static final MethodHandle PyCode_Addr2Location =
      CPython.function("PyCode_Addr2Location", Shape.LONGS_6);

  /** Ints, columns in UTF-8 bytes from 0; 0 if there is none. */
  public static int PyCode_Addr2Location(
      long code,
      long byteOffset,
      long lineAddress,
      long columnAddress,
      long endLineAddress,
      long endColumnAddress) {
    try {
      return (int)
          (long)
              PyCode_Addr2Location.invokeExact(
                  code, byteOffset, lineAddress, columnAddress, endLineAddress, endColumnAddress);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

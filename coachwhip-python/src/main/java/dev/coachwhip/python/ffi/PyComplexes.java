package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/** Complex numbers: {@code complexobject.h}. Attached. */
// Names as in C, so that a search finds CPython's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyComplexes {

  private PyComplexes() {}

  private static final MethodHandle PyComplex_FromDoubles =
      CPython.leaf("PyComplex_FromDoubles", Shape.DOUBLES_TO_LONG);

  private static final MethodHandle PyComplex_RealAsDouble =
      CPython.leaf("PyComplex_RealAsDouble", Shape.LONG_TO_DOUBLE);

  private static final MethodHandle PyComplex_ImagAsDouble =
      CPython.leaf("PyComplex_ImagAsDouble", Shape.LONG_TO_DOUBLE);

  /** New reference, 0 on error. */
  public static long PyComplex_FromDoubles(double real, double imaginary) {
    try {
      return (long) PyComplex_FromDoubles.invokeExact(real, imaginary);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** For complex numbers only, which cannot fail. */
  public static double PyComplex_RealAsDouble(long object) {
    try {
      return (double) PyComplex_RealAsDouble.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** For complex numbers only, which cannot fail. */
  public static double PyComplex_ImagAsDouble(long object) {
    try {
      return (double) PyComplex_ImagAsDouble.invokeExact(object);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

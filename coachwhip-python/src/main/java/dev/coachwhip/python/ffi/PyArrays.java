package dev.coachwhip.python.ffi;

import java.lang.invoke.MethodHandle;

/**
 * NumPy's arrays: {@code numpy/ndarrayobject.h}. NumPy gives its functions in a table, at places
 * that are the same in its versions 1 and 2. Attached.
 */
// Names as in C, so that a search finds NumPy's page.
@SuppressWarnings({"MemberName", "ConstantField"})
public final class PyArrays {

  /** The elements may be written; {@code NPY_ARRAY_WRITEABLE}. */
  public static final int WRITEABLE = 0x0400;

  /** Each element stands at a multiple of its size; {@code NPY_ARRAY_ALIGNED}. */
  public static final int ALIGNED = 0x0100;

  /** The last dimension varies fastest, without gaps; {@code NPY_ARRAY_C_CONTIGUOUS}. */
  public static final int C_CONTIGUOUS = 0x0001;

  private static volatile long table;

  private PyArrays() {}

  /** Tells where the table is; before any other method. */
  public static void open(long functionTable) {
    table = functionTable;
  }

  /** Linked when the table is known. */
  private static final class Functions {
    private static final MethodHandle PyArray_NewFromDescr = function(94, Shape.LONGS_8);
    private static final MethodHandle PyArray_SetBaseObject = function(282, Shape.LONGS_2);

    private static MethodHandle function(int place, Shape shape) {
      if (table == 0) {
        throw new IllegalStateException("NumPy is not open");
      }
      return CPython.functionAt(NativeMemory.getLong(table + (long) place * Long.BYTES), shape);
    }
  }

  /**
   * New array, 0 on error; steals the dtype even then.
   *
   * @param type the class to make, {@code ndarray}
   * @param strides 0 for C order
   * @param data 0 for memory of its own, not initialised
   */
  public static long PyArray_NewFromDescr(
      long type, long dtype, long rank, long shape, long strides, long data, long flags) {
    try {
      return (long)
          Functions.PyArray_NewFromDescr.invokeExact(
              type, dtype, rank, shape, strides, data, flags, 0L);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }

  /** Steals the base even on error; -1 on error. */
  public static int PyArray_SetBaseObject(long array, long base) {
    try {
      return (int) (long) Functions.PyArray_SetBaseObject.invokeExact(array, base);
    } catch (Throwable t) {
      throw CPython.unexpected(t);
    }
  }
}

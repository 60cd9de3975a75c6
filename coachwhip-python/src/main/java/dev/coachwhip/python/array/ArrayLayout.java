package dev.coachwhip.python.array;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads NumPy's array objects from their memory, {@code PyArrayObject_fields}, where a look at a
 * known array proved the layout. Attached.
 */
final class ArrayLayout {

  private static final long DATA = 16;
  private static final long RANK = 24;
  private static final long SHAPE = 32;
  private static final long STRIDES = 40;
  private static final long BASE = 48;
  private static final long DTYPE = 56;
  private static final long FLAGS = 64;
  private static final int WRITEABLE = 0x0400;

  private static final ModuleObject SAMPLE = ModuleObject.ours("_arrays", "sample");

  /** Null until asked. No constant: asking runs Python code, which lets go of Python. */
  private static volatile @Nullable Boolean proved;

  private ArrayLayout() {}

  /** Tells whether this NumPy's arrays can be read; only where NumPy is there. */
  static boolean isProved(Attachment attachment) {
    Boolean known = proved;
    if (known == null) {
      known = prove(attachment);
      proved = known;
    }
    return known;
  }

  static long data(long array) {
    return NativeMemory.getLong(array + DATA);
  }

  static int rank(long array) {
    return NativeMemory.getInt(array + RANK);
  }

  static long[] shape(long array) {
    return NativeMemory.getLongs(NativeMemory.getLong(array + SHAPE), rank(array));
  }

  static long[] strideBytes(long array) {
    return NativeMemory.getLongs(NativeMemory.getLong(array + STRIDES), rank(array));
  }

  /** Returns the object that owns the memory, 0 if it is the array itself. Borrowed. */
  static long base(long array) {
    return NativeMemory.getLong(array + BASE);
  }

  /** Borrowed. */
  static long dtype(long array) {
    return NativeMemory.getLong(array + DTYPE);
  }

  static boolean isReadOnly(long array) {
    return (NativeMemory.getInt(array + FLAGS) & WRITEABLE) == 0;
  }

  static void setReadOnly(long array) {
    NativeMemory.putInt(array + FLAGS, NativeMemory.getInt(array + FLAGS) & ~WRITEABLE);
  }

  /** The sample: {@code (array, data, id of dtype, id of base)}; 2 by 2 by 4, read-only. */
  private static boolean prove(Attachment attachment) {
    long sample = Calls.call(SAMPLE.get(attachment));
    try {
      long array = PyTuples.PyTuple_GetItem(sample, 0);
      return isSample(array, sample);
    } finally {
      PyRefs.Py_DecRef(sample);
    }
  }

  private static boolean isSample(long array, long sample) {
    return rank(array) == 3
        && data(array) == number(sample, 1)
        && dtype(array) == number(sample, 2)
        && base(array) == number(sample, 3)
        && Arrays.equals(shape(array), new long[] {2, 2, 4})
        && Arrays.equals(strideBytes(array), new long[] {-48, 32, 4})
        && isReadOnly(array);
  }

  private static long number(long tuple, int index) {
    return PyLongs.PyLong_AsUnsignedLongLong(PyTuples.PyTuple_GetItem(tuple, index));
  }
}

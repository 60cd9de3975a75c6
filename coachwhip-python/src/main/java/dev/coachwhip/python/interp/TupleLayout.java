package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;

/**
 * Reads the slots of tuples from their memory, where a look at known ones proved the layout; else
 * asks Python. Attached.
 */
public final class TupleLayout {

  private static final long SIZE = 16; // after reference count and class
  private static final int[] KNOWN_ITEMS = {24, 32}; // since 3.14 a hash stands before them

  /** Where the slots begin, 0 until {@link #prove} or where it is not known. */
  private static volatile int items;

  private TupleLayout() {}

  /**
   * Looks at known tuples. Not done by the class's initialiser: making one may make Python run a
   * collection, which lets go of Python.
   */
  public static void prove() {
    long tuple = Raised.check(PyTuples.PyTuple_New(3));
    long[] values = {Py.TRUE, Py.NONE, Py.FALSE};
    for (int i = 0; i < values.length; i++) {
      PyRefs.Py_IncRef(values[i]);
      int _ = PyTuples.PyTuple_SetItem(tuple, i, values[i]);
    }
    items = find(tuple, values);
    PyRefs.Py_DecRef(tuple);
  }

  private static int find(long tuple, long[] values) {
    for (int offset : KNOWN_ITEMS) {
      if (NativeMemory.getLong(tuple + SIZE) == values.length && fits(tuple + offset, values)) {
        return offset;
      }
    }
    return 0;
  }

  private static boolean fits(long slots, long[] values) {
    for (int i = 0; i < values.length; i++) {
      if (NativeMemory.getLong(slots + (long) i * Long.BYTES) != values[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of slots. */
  public static long size(long tuple) {
    return items == 0 ? PyTuples.PyTuple_Size(tuple) : NativeMemory.getLong(tuple + SIZE);
  }

  /** Returns the address of the slots, each a pointer; 0 where it is not known. */
  public static long slots(long tuple) {
    int offset = items;
    return offset == 0 ? 0 : tuple + offset;
  }
}

package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyFloats;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import org.jspecify.annotations.Nullable;

/**
 * Reads floats, ints of up to 60 bits and the slots of lists from their memory, where a look at
 * known objects proved the layout. First used attached.
 *
 * <p>Reading runs no Python code and lets nobody else run any, so what is read is of one moment.
 */
public final class NumberLayout {

  private static final long BODY = 16; // after reference count and class
  private static final long LIST_ITEMS = 24;
  private static final int DIGIT_BITS = 30;

  private static final long[] SAMPLE_INTS = {
    0, 1, -1, 5, 256, -7, 1L << 29, -(1L << 30), (1L << 30) + 17, -(1L << 59), (1L << 60) - 1
  };

  private static final boolean FLOAT_PROVED = provesFloat();

  /** Since 3.12 the count of digits stands above three bits of flags, the lowest two the sign. */
  private static final boolean TAGGED = provesInts(true);

  private static final boolean SIGNED_SIZE = !TAGGED && provesInts(false);

  /**
   * Null until asked. No constant: making a list may make Python run a collection, which lets go of
   * Python, and a thread that then waited for this class's initialiser would hold it.
   */
  private static volatile @Nullable Boolean listProved;

  private NumberLayout() {}

  /** Tells whether lists, floats and ints can be read here. */
  public static boolean isProved() {
    Boolean known = listProved;
    if (known == null) {
      known = provesList();
      listProved = known;
    }
    return known && FLOAT_PROVED && (TAGGED || SIGNED_SIZE);
  }

  /** Returns the address of a list's slots, each a pointer. Only where proved. */
  public static long listItems(long list) {
    return NativeMemory.getLong(list + LIST_ITEMS);
  }

  /** Returns the value of a float. Only where proved. */
  public static double floatValue(long object) {
    return NativeMemory.getDouble(object + BODY);
  }

  /** Tells whether an int has at most 60 bits, which {@link #intValue} can read. Where proved. */
  public static boolean isShort(long object) {
    return digits(object, TAGGED) <= 2;
  }

  /** Returns the value of an int of at most 60 bits. Only where proved. */
  public static long intValue(long object) {
    return read(object, TAGGED);
  }

  private static long digits(long object, boolean tagged) {
    long word = NativeMemory.getLong(object + BODY);
    return tagged ? word >>> 3 : Math.abs(word);
  }

  private static long read(long object, boolean tagged) {
    long word = NativeMemory.getLong(object + BODY);
    long count = digits(object, tagged);
    long magnitude = count == 0 ? 0 : NativeMemory.getInt(object + BODY + 8) & 0xffffffffL;
    if (count == 2) {
      magnitude |= (NativeMemory.getInt(object + BODY + 12) & 0xffffffffL) << DIGIT_BITS;
    }
    boolean negative = tagged ? (word & 3) == 2 : word < 0;
    return negative ? -magnitude : magnitude;
  }

  private static boolean provesFloat() {
    long object = Raised.check(PyFloats.PyFloat_FromDouble(-12345.678e-90));
    boolean same = floatValue(object) == -12345.678e-90;
    PyRefs.Py_DecRef(object);
    return same;
  }

  private static boolean provesInts(boolean tagged) {
    for (long sample : SAMPLE_INTS) {
      long object = Raised.check(PyLongs.PyLong_FromLongLong(sample));
      boolean same = digits(object, tagged) <= 2 && read(object, tagged) == sample;
      PyRefs.Py_DecRef(object);
      if (!same) {
        return false;
      }
    }
    long big = Raised.check(PyLongs.PyLong_FromLongLong(Long.MIN_VALUE));
    boolean long3 = digits(big, tagged) == 3;
    PyRefs.Py_DecRef(big);
    return long3;
  }

  private static boolean provesList() {
    long list = Raised.check(PyLists.PyList_New(2));
    PyRefs.Py_IncRef(Py.NONE);
    PyRefs.Py_IncRef(Py.TRUE);
    Raised.check(PyLists.PyList_SetItem(list, 0, Py.NONE));
    Raised.check(PyLists.PyList_SetItem(list, 1, Py.TRUE));
    long items = listItems(list);
    boolean same =
        items != 0
            && NativeMemory.getLong(items) == Py.NONE
            && NativeMemory.getLong(items + 8) == Py.TRUE;
    PyRefs.Py_DecRef(list);
    return same;
  }
}

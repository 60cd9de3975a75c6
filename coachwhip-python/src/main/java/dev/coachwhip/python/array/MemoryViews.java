package dev.coachwhip.python.array;

import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyLists;
import dev.coachwhip.python.ffi.PyLongs;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyTuples;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import dev.coachwhip.python.interp.Text;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import java.lang.foreign.MemorySegment;

/** Java's memory as {@code memoryview}s, where NumPy is not installed. Attached. */
final class MemoryViews {

  private static final ModuleObject VIEW = ModuleObject.ours("_arrays", "view_of_memory");
  private static final ModuleObject NEW = ModuleObject.ours("_arrays", "new_memory");

  private MemoryViews() {}

  /**
   * Returns a view of memory that {@code owner} keeps, a new reference.
   *
   * @throws TypeConversionException if a memoryview cannot show such elements
   */
  static long of(
      long address,
      long owner,
      DType dtype,
      Extent extent,
      boolean readOnly,
      Attachment attachment) {
    String format = format(dtype, extent);
    try (Arguments arguments = new Arguments(format, extent, attachment)) {
      long addressObject = arguments.number(address);
      long size = arguments.number(extent.spanBytes());
      return Calls.call(
          VIEW.get(attachment),
          attachment,
          owner,
          addressObject,
          size,
          arguments.format,
          arguments.shape,
          readOnly ? Py.TRUE : Py.FALSE);
    }
  }

  /** Returns a view of a copy, a new reference. */
  static long copyOf(
      MemorySegment segment, DType dtype, Extent extent, boolean readOnly, Attachment attachment) {
    String format = format(dtype, extent);
    try (Arguments arguments = new Arguments(format, extent, attachment)) {
      long made = Calls.call(NEW.get(attachment), attachment, arguments.number(segment.byteSize()));
      try {
        long owner = PyTuples.PyTuple_GetItem(made, 0);
        long address = PyLongs.PyLong_AsUnsignedLongLong(PyTuples.PyTuple_GetItem(made, 1));
        MemorySegment.copy(
            segment, 0, NativeMemory.segment(address, segment.byteSize()), 0, segment.byteSize());
        return of(address, owner, dtype, extent, readOnly, attachment);
      } finally {
        PyRefs.Py_DecRef(made);
      }
    }
  }

  /** The arguments of a call, owned until it has returned. */
  private static final class Arguments implements AutoCloseable {
    private final long[] owned = new long[4];
    private int count;
    private final long format;
    private final long shape;

    Arguments(String format, Extent extent, Attachment attachment) {
      this.format = own(Text.toPython(format, attachment));
      this.shape = own(shape(extent));
    }

    long number(long value) {
      return own(Raised.check(PyLongs.PyLong_FromLongLong(value)));
    }

    private long own(long object) {
      owned[count++] = object;
      return object;
    }

    @Override
    public void close() {
      for (long object : owned) {
        PyRefs.Py_DecRef(object);
      }
    }
  }

  private static long shape(Extent extent) {
    long list = Raised.check(PyLists.PyList_New(extent.rank()));
    for (int d = 0; d < extent.rank(); d++) {
      Raised.check(
          PyLists.PyList_SetItem(
              list, d, Raised.check(PyLongs.PyLong_FromLongLong(extent.length(d)))));
    }
    return list;
  }

  /** The code of the elements in Python's module {@code struct}. */
  private static String format(DType dtype, Extent extent) {
    String codes =
        switch (dtype.kind()) {
          case BOOLEAN -> "?";
          case SIGNED -> "_bh_i___q";
          case UNSIGNED -> "_BH_I___Q";
          case FLOAT -> "____f___d";
          default -> "";
        };
    int at = codes.length() == 1 ? 0 : dtype.itemBytes();
    if (at >= codes.length()
        || codes.charAt(at) == '_'
        || (dtype.isSwapped() && dtype.itemBytes() > 1)
        || !extent.isContiguous()) {
      throw new TypeConversionException(
          "a memoryview",
          dtype.name(),
          ErrorDetails.of(
              "python",
              ("an array of %s cannot be handed over without NumPy, which is not installed in this"
                      + " Python; install it with: pip install numpy")
                  .formatted(dtype.name())));
    }
    return codes.substring(at, at + 1);
  }
}

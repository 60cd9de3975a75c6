package dev.coachwhip.python.array;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyMemoryViews;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyWeakrefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import dev.coachwhip.spi.StridedArray;
import org.jspecify.annotations.Nullable;

/** Arrays and buffers of Python as Java's, over the same memory, in constant time. Attached. */
public final class PythonArrays {

  private final Attachment attachment;
  private final ArrayPrinter printer;

  /**
   * Makes it for one conversion.
   *
   * @param printer will print the arrays
   */
  public PythonArrays(Attachment attachment, ArrayPrinter printer) {
    this.attachment = attachment;
    this.printer = printer;
  }

  /**
   * Returns a NumPy array.
   *
   * @param array of NumPy's class or a subclass; borrowed
   * @return null if its elements are references to objects, or this NumPy cannot be read
   */
  public @Nullable StridedArray ofNumPy(long array) {
    if (!ArrayLayout.isProved(attachment)) {
      return null;
    }
    DType dtype = DTypes.of(ArrayLayout.dtype(array), attachment);
    if (dtype == null) {
      return null;
    }
    Extent extent =
        Extent.of(ArrayLayout.shape(array), ArrayLayout.strideBytes(array), dtype.itemBytes());
    long base = ArrayLayout.base(array);
    long guard = check(PyWeakrefs.PyWeakref_NewRef(array, 0));
    PyRefs.Py_IncRef(array);
    return array(
        ArrayLayout.data(array),
        dtype,
        extent,
        ArrayLayout.isReadOnly(array),
        new PythonMemory(
            array,
            guard,
            MemoryPressure.begin(base == 0 ? array : base, extent.spanBytes()),
            printer));
  }

  /** Tells whether an object exports a buffer of single bytes. */
  public boolean isOfBytes(long object) {
    BufferView buffer = BufferView.of(object, attachment);
    return buffer.extent().itemBytes() == 1
        && (buffer.format().equals("B")
            || buffer.format().equals("b")
            || buffer.format().equals("c"));
  }

  /**
   * Returns the memory of an object that exports a buffer.
   *
   * @param object borrowed
   * @return null if its elements are references to objects
   * @throws dev.coachwhip.python.interp.Raised if it exports none, or has let its memory go
   */
  public @Nullable StridedArray ofBuffer(long object) {
    long view = check(PyMemoryViews.PyMemoryView_FromObject(object));
    try {
      BufferView buffer = BufferView.of(view, attachment);
      Extent extent = buffer.extent();
      DType dtype = DType.ofFormat(buffer.format(), extent.itemBytes());
      PyRefs.Py_IncRef(object);
      PyRefs.Py_IncRef(view);
      // The view is ours alone: nobody can release it, and while it is there its exporter must not
      // move the memory.
      return array(
          buffer.address(),
          dtype,
          extent,
          buffer.isReadOnly(),
          new PythonMemory(
              object, view, MemoryPressure.begin(object, extent.spanBytes()), printer));
    } catch (TypeConversionException e) {
      return null;
    } finally {
      PyRefs.Py_DecRef(view);
    }
  }

  private static StridedArray array(
      long data, DType dtype, Extent extent, boolean readOnly, PythonMemory memory) {
    return new StridedArray(
        NativeMemory.segment(data + extent.lowBytes(), extent.spanBytes()),
        dtype,
        extent,
        readOnly,
        memory);
  }
}

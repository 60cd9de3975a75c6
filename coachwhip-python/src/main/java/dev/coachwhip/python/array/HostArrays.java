package dev.coachwhip.python.array;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyArrays;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.spi.DType;
import dev.coachwhip.spi.Extent;
import java.lang.foreign.MemorySegment;

/**
 * Java's memory as Python's arrays: NumPy's where it is installed, else {@code memoryview}s. Memory
 * outside the Java heap is shared, memory inside is copied once. Attached; results are new
 * references.
 */
public final class HostArrays {

  private final HostMemory memory;
  private final Attachment attachment;

  /** Makes it for one conversion. */
  public HostArrays(HostMemory memory, Attachment attachment) {
    this.memory = memory;
    this.attachment = attachment;
  }

  /**
   * Shares memory outside the Java heap, in constant time.
   *
   * @param segment from the first byte of the array to the last
   * @param extent where in it the elements are, from {@code lowBytes} on
   * @param whenDropped runs once Python does not hold the memory any more, also if this fails
   * @throws dev.coachwhip.error.TypeConversionException if it takes NumPy, which is not installed
   */
  public long shared(
      MemorySegment segment, DType dtype, Extent extent, boolean readOnly, Runnable whenDropped) {
    long owner = memory.capsule(segment, dtype, extent, whenDropped);
    NumPy numpy = NumPy.get(attachment);
    if (numpy == null) {
      try {
        return MemoryViews.of(segment.address(), owner, dtype, extent, readOnly, attachment);
      } finally {
        PyRefs.Py_DecRef(owner); // the view holds it
      }
    }
    long array;
    try {
      long flags = readOnly ? 0 : PyArrays.WRITEABLE;
      array = array(numpy, dtype, extent, segment.address() - extent.lowBytes(), flags);
    } catch (RuntimeException e) {
      PyRefs.Py_DecRef(owner);
      throw e;
    }
    check(PyArrays.PyArray_SetBaseObject(array, owner)); // takes the owner over
    return array;
  }

  /**
   * Copies memory, which may be in the Java heap.
   *
   * @param segment the elements in C order without gaps
   * @throws dev.coachwhip.error.TypeConversionException if it takes NumPy, which is not installed
   */
  public long copied(MemorySegment segment, DType dtype, long[] shape, boolean readOnly) {
    Extent extent = Extent.contiguous(dtype.itemBytes(), shape);
    NumPy numpy = NumPy.get(attachment);
    if (numpy == null) {
      return MemoryViews.copyOf(segment, dtype, extent, readOnly, attachment);
    }
    long array = array(numpy, dtype, extent, 0, 0);
    long bytes = segment.byteSize();
    MemorySegment.copy(segment, 0, NativeMemory.segment(ArrayLayout.data(array), bytes), 0, bytes);
    if (readOnly) {
      ArrayLayout.setReadOnly(array);
    }
    return array;
  }

  private long array(NumPy numpy, DType dtype, Extent extent, long data, long flags) {
    int rank = extent.rank();
    long shape = attachment.scratch();
    long strides = shape + (long) rank * Long.BYTES;
    long dtypeObject = DTypes.toPython(dtype, attachment); // may use the scratch memory
    for (int d = 0; d < rank; d++) {
      NativeMemory.putLong(shape + (long) d * Long.BYTES, extent.length(d));
      NativeMemory.putLong(strides + (long) d * Long.BYTES, extent.stride(d));
    }
    return check(
        PyArrays.PyArray_NewFromDescr(
            numpy.arrayClass(), dtypeObject, rank, shape, data == 0 ? 0 : strides, data, flags));
  }
}

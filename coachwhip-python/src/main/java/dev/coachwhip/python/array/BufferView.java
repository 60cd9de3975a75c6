package dev.coachwhip.python.array;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyBuffers;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.spi.Extent;

/**
 * What an object tells of the buffer it exports, a {@code Py_buffer}. The memory stays where it is
 * only as long as somebody else holds the buffer.
 *
 * @param address of the element whose indices are all zero
 * @param format of an element, in the terms of Python's module {@code struct}
 * @param extent where the elements lie from the address
 */
record BufferView(long address, String format, boolean isReadOnly, Extent extent) {

  private static final long ITEM_BYTES = 24;
  private static final long READ_ONLY = 32;
  private static final long RANK = 36;
  private static final long FORMAT = 40;
  private static final long SHAPE = 48;
  private static final long STRIDES = 56;

  /**
   * Asks an object. Attached.
   *
   * @throws dev.coachwhip.python.interp.Raised if it exports no buffer
   * @throws IllegalArgumentException if its elements span more bytes than a long counts
   */
  static BufferView of(long object, Attachment attachment) {
    long buffer = attachment.scratch();
    check(PyBuffers.PyObject_GetBuffer(object, buffer, PyBuffers.STRIDES_AND_FORMAT));
    try {
      return read(buffer);
    } finally {
      PyBuffers.PyBuffer_Release(buffer);
    }
  }

  private static BufferView read(long buffer) {
    return new BufferView(
        NativeMemory.getLong(buffer), format(buffer), isReadOnly(buffer), extent(buffer));
  }

  private static String format(long buffer) {
    long format = NativeMemory.getLong(buffer + FORMAT);
    return format == 0 ? "B" : NativeMemory.string(format);
  }

  private static boolean isReadOnly(long buffer) {
    return NativeMemory.getInt(buffer + READ_ONLY) != 0;
  }

  private static Extent extent(long buffer) {
    int rank = NativeMemory.getInt(buffer + RANK);
    return Extent.of(
        NativeMemory.getLongs(NativeMemory.getLong(buffer + SHAPE), rank),
        NativeMemory.getLongs(NativeMemory.getLong(buffer + STRIDES), rank),
        Math.toIntExact(NativeMemory.getLong(buffer + ITEM_BYTES)));
  }
}

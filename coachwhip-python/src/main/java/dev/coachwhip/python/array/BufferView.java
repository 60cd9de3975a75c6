package dev.coachwhip.python.array;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyBuffers;
import dev.coachwhip.python.interp.Attachment;

/**
 * What an object tells of the buffer it exports, a {@code Py_buffer}. The memory stays where it is
 * only as long as somebody else holds the buffer.
 *
 * @param address of the element whose indices are all zero
 * @param format of an element, in the terms of Python's module {@code struct}
 */
record BufferView(
    long address,
    String format,
    int itemBytes,
    boolean isReadOnly,
    long[] shape,
    long[] strideBytes) {

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
    int rank = NativeMemory.getInt(buffer + RANK);
    long format = NativeMemory.getLong(buffer + FORMAT);
    return new BufferView(
        NativeMemory.getLong(buffer),
        format == 0 ? "B" : NativeMemory.string(format),
        Math.toIntExact(NativeMemory.getLong(buffer + ITEM_BYTES)),
        NativeMemory.getInt(buffer + READ_ONLY) != 0,
        longs(NativeMemory.getLong(buffer + SHAPE), rank),
        longs(NativeMemory.getLong(buffer + STRIDES), rank));
  }

  private static long[] longs(long address, int count) {
    long[] longs = new long[count];
    for (int i = 0; i < count; i++) {
      longs[i] = NativeMemory.getLong(address + (long) i * Long.BYTES);
    }
    return longs;
  }
}

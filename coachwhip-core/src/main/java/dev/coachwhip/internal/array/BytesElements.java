package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** NumPy's {@code bytes} of a fixed length; zeros at the end are not part of them. */
final class BytesElements extends RawElements {

  BytesElements(DType dtype) {
    super(dtype);
  }

  @Override
  public byte[] get(MemorySegment memory, long offset) {
    byte[] bytes = super.get(memory, offset);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  @Override
  boolean fits(byte[] bytes, int room) {
    return bytes.length <= room && (bytes.length == 0 || bytes[bytes.length - 1] != 0);
  }
}

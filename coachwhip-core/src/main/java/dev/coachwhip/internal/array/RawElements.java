package dev.coachwhip.internal.array;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Structured and void elements: all their bytes, as they lie. */
class RawElements extends Elements {

  private final int length;

  RawElements(DType dtype) {
    super(dtype);
    this.length = dtype.itemBytes();
  }

  @Override
  public byte[] get(MemorySegment memory, long offset) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(memory, JAVA_BYTE, offset, bytes, 0, length);
    return bytes;
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    if (!(value instanceof byte[] bytes)) {
      throw doesNotFit(value);
    }
    if (!fits(bytes, length)) {
      throw doesNotFit("byte[]", "of " + bytes.length + " bytes");
    }
    MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, offset, bytes.length);
    memory.asSlice(offset + bytes.length, length - bytes.length).fill((byte) 0);
  }

  /** Tells whether the same bytes would be read again. */
  boolean fits(byte[] bytes, int room) {
    return bytes.length == room;
  }
}

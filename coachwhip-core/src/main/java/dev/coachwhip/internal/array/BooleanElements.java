package dev.coachwhip.internal.array;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code bool}: any byte but zero is true. */
final class BooleanElements extends Elements {

  BooleanElements(DType dtype) {
    super(dtype);
  }

  @Override
  public boolean getBoolean(MemorySegment memory, long offset) {
    return memory.get(JAVA_BYTE, offset) != 0;
  }

  @Override
  public Object get(MemorySegment memory, long offset) {
    return getBoolean(memory, offset);
  }

  @Override
  public void setBoolean(MemorySegment memory, long offset, boolean value) {
    memory.set(JAVA_BYTE, offset, (byte) (value ? 1 : 0));
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    if (!(value instanceof Boolean b)) {
      throw doesNotFit(value);
    }
    setBoolean(memory, offset, b);
  }
}

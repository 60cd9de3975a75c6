package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Elements without a Java type, such as C's long double: their memory can be copied, no more. */
final class OpaqueElements extends Elements {

  OpaqueElements(DType dtype) {
    super(dtype);
  }

  @Override
  public Object get(MemorySegment memory, long offset) {
    throw refusal("a Java type");
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    throw doesNotFit(value);
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.Complex;
import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code complex64} and {@code complex128}. */
final class ComplexElements extends Elements {

  private final Reals reals;

  ComplexElements(DType dtype) {
    super(dtype);
    this.reals = new Reals(dtype.itemBytes() / 2, new Words(dtype.isSwapped()));
  }

  @Override
  public Object get(MemorySegment memory, long offset) {
    return new Complex(reals.get(memory, offset), reals.get(memory, offset + reals.itemBytes()));
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    Complex c = complex(value);
    if (c == null || !reals.holds(c.real()) || !reals.holds(c.imaginary())) {
      throw doesNotFit(value);
    }
    reals.set(memory, offset, c.real());
    reals.set(memory, offset + reals.itemBytes(), c.imaginary());
  }

  private static @Nullable Complex complex(@Nullable Object value) {
    if (value instanceof Complex c) {
      return c;
    }
    Double real = Exact.real(value);
    return real == null ? null : new Complex(real, 0);
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code float16} to {@code float64}. */
final class FloatElements extends Elements {

  private final Reals reals;

  FloatElements(DType dtype) {
    super(dtype);
    this.reals = new Reals(dtype.itemBytes(), new Words(dtype.isSwapped()));
  }

  @Override
  public double getDouble(MemorySegment memory, long offset) {
    return reals.get(memory, offset);
  }

  @Override
  public Object get(MemorySegment memory, long offset) {
    return reals.get(memory, offset);
  }

  @Override
  public void setLong(MemorySegment memory, long offset, long value) {
    double d = (double) value;
    if (!Exact.isDouble(value) || !reals.holds(d)) {
      throw doesNotFit("long", value);
    }
    reals.set(memory, offset, d);
  }

  @Override
  public void setDouble(MemorySegment memory, long offset, double value) {
    if (!reals.holds(value)) {
      throw doesNotFit("double", value);
    }
    reals.set(memory, offset, value);
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    Double d = Exact.real(value);
    if (d == null || !reals.holds(d)) {
      throw doesNotFit(value);
    }
    reals.set(memory, offset, d);
  }
}

package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Times as ticks of a unit. As a long they are the ticks, as an object the time. */
abstract class TimeElements extends Elements {

  private final Words words;
  private final @Nullable TickUnit unit;

  TimeElements(DType dtype) {
    super(dtype);
    this.words = new Words(dtype.isSwapped());
    this.unit = TickUnit.of(dtype.unit());
  }

  /**
   * Returns the time that so many ticks are.
   *
   * @throws ArithmeticException or {@link DateTimeException} if Java has no such time
   */
  abstract Object time(TickUnit tick, long ticks);

  /**
   * Returns the ticks of a time.
   *
   * @throws ArithmeticException if they are no whole number, or more than a long holds
   */
  abstract long ticks(TickUnit tick, Object time);

  /** Returns the Java class of the times. */
  abstract Class<?> javaType();

  /** Tells whether ticks of this length can be such a time. */
  abstract boolean hasTimes(TickUnit tick);

  @Override
  public final long getLong(MemorySegment memory, long offset) {
    return words.getLong(memory, offset);
  }

  @Override
  public final @Nullable Object get(MemorySegment memory, long offset) {
    long ticks = words.getLong(memory, offset);
    if (ticks == TickUnit.NOT_A_TIME) {
      return null;
    }
    if (unit == null || !hasTimes(unit)) {
      throw refusal(javaType().getSimpleName());
    }
    try {
      return time(unit, ticks);
    } catch (ArithmeticException | DateTimeException e) {
      throw notExact(javaType().getSimpleName(), ticks);
    }
  }

  @Override
  public final void setLong(MemorySegment memory, long offset, long value) {
    words.setLong(memory, offset, value);
  }

  @Override
  public final void set(MemorySegment memory, long offset, @Nullable Object value) {
    words.setLong(memory, offset, value == null ? TickUnit.NOT_A_TIME : ticks(value));
  }

  private long ticks(Object value) {
    if (unit == null || !hasTimes(unit) || !javaType().isInstance(value)) {
      throw doesNotFit(value);
    }
    try {
      return ticks(unit, value);
    } catch (ArithmeticException e) {
      throw doesNotFit(value);
    }
  }
}

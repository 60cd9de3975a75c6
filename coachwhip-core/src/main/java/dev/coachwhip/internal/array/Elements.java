package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes single elements of one type, exactly or not at all. Offsets are in bytes from
 * the start of the memory and may be unaligned. What a kind does not have refuses.
 */
public abstract class Elements {

  private final DType dtype;

  Elements(DType dtype) {
    this.dtype = dtype;
  }

  /** Returns what reads and writes elements of a type. */
  public static Elements of(DType dtype) {
    return switch (dtype.kind()) {
      case BOOLEAN -> new BooleanElements(dtype);
      case SIGNED -> new SignedElements(dtype);
      case UNSIGNED ->
          dtype.itemBytes() == Long.BYTES
              ? new UnsignedLongElements(dtype)
              : new UnsignedElements(dtype);
      case FLOAT -> new FloatElements(dtype);
      case COMPLEX -> new ComplexElements(dtype);
      case DATETIME -> new DatetimeElements(dtype);
      case TIMEDELTA -> new TimedeltaElements(dtype);
      case TEXT -> new TextElements(dtype);
      case BYTES -> new BytesElements(dtype);
      case RAW -> new RawElements(dtype);
      case OPAQUE -> new OpaqueElements(dtype);
    };
  }

  /** Returns the type. */
  public final DType dtype() {
    return dtype;
  }

  /** Returns a boolean. */
  public boolean getBoolean(MemorySegment memory, long offset) {
    throw refusal("boolean");
  }

  /** Returns an integer, or the ticks of a time. */
  public long getLong(MemorySegment memory, long offset) {
    throw refusal("long");
  }

  /** Returns a number. */
  public double getDouble(MemorySegment memory, long offset) {
    throw refusal("double");
  }

  /** Returns the nearest Java object; null only for "not a time". */
  public abstract @Nullable Object get(MemorySegment memory, long offset);

  /** Writes a boolean. */
  public void setBoolean(MemorySegment memory, long offset, boolean value) {
    throw doesNotFit("boolean", value);
  }

  /** Writes an integer, or the ticks of a time. */
  public void setLong(MemorySegment memory, long offset, long value) {
    throw doesNotFit("long", value);
  }

  /** Writes a number. */
  public void setDouble(MemorySegment memory, long offset, double value) {
    throw doesNotFit("double", value);
  }

  /** Writes a Java object; null only where {@link #get} gives it. */
  public abstract void set(MemorySegment memory, long offset, @Nullable Object value);

  /** Makes the error for elements that are never of a Java type. */
  final RefusedException refusal(String type) {
    return new RefusedException(type, dtype.name());
  }

  /** Makes the error for one element. */
  final RefusedException notExact(String type, Object value) {
    return new RefusedException(type, dtype.name() + " " + value);
  }

  /** Makes the error for a value to be written. */
  final RefusedException doesNotFit(String type, @Nullable Object value) {
    return new RefusedException(dtype.name(), type + " " + value);
  }

  /** Makes the error for an object to be written. */
  final RefusedException doesNotFit(@Nullable Object value) {
    return value == null
        ? new RefusedException(dtype.name(), "null")
        : doesNotFit(value.getClass().getSimpleName(), value);
  }
}

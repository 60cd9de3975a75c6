package dev.coachwhip.spi;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The type of an array's elements, as NumPy names types.
 *
 * @param name NumPy's name, such as {@code "float64"}, {@code "str160"} (five code points of 32
 *     bits) or {@code "datetime64[ns]"}
 * @param kind what the elements are
 * @param itemBytes the size of one element in bytes; 0 only for empty text, bytes and raw
 * @param order the byte order of each number in an element; the machine's own where it is all one
 * @param unit the unit of a time, such as {@code "ns"} or {@code "25s"}; empty for all else and for
 *     a time without unit
 */
public record DType(String name, Kind kind, int itemBytes, ByteOrder order, String unit) {

  /** What the elements of an array are. */
  public enum Kind {
    /** One byte, zero or not. */
    BOOLEAN,
    /** Integers in two's complement of 1, 2, 4 or 8 bytes. */
    SIGNED,
    /** Integers from zero of 1, 2, 4 or 8 bytes. */
    UNSIGNED,
    /** IEEE 754 numbers of 2, 4 or 8 bytes. */
    FLOAT,
    /** Two IEEE 754 numbers of 4 or 8 bytes each, the real part first. */
    COMPLEX,
    /** Ticks since 1970, 8 bytes; the smallest number is "not a time". */
    DATETIME,
    /** Ticks between two times, 8 bytes; the smallest number is "not a time". */
    TIMEDELTA,
    /** Code points of 4 bytes each, filled up with zeros. */
    TEXT,
    /** Bytes, filled up with zeros. */
    BYTES,
    /** Structured and void elements: bytes as they are. */
    RAW,
    /** Numbers that Java has no type for, such as C's long double; seen as memory only. */
    OPAQUE
  }

  /** Checks that nothing is null. */
  public DType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(unit, "unit");
  }

  /**
   * Reads a type as NumPy's array interface writes it, such as {@code "<f8"} or {@code "|S3"}, or a
   * name of a number type, such as {@code "float64"}, which is in the machine's byte order.
   *
   * @throws IllegalArgumentException if it is no such text
   * @throws dev.coachwhip.error.TypeConversionException for {@code object}: its elements are
   *     references into the script, which memory alone does not keep alive
   */
  public static DType of(String text) {
    return DTypeReader.read(text);
  }

  /**
   * Reads a format of the buffer protocol (that of Python's module {@code struct}), such as {@code
   * "<d"} or {@code "B"}. What has several fields is {@link Kind#RAW}.
   *
   * @param itemBytes the size of one element in bytes; it settles what sizes {@code "l"} has
   * @throws IllegalArgumentException if the size does not go with the format
   * @throws dev.coachwhip.error.TypeConversionException for {@code "O"}
   */
  public static DType ofFormat(String format, int itemBytes) {
    return DTypeReader.readFormat(format, itemBytes);
  }

  /** Returns the same type in a byte order; of single bytes, as it is. */
  public DType ordered(ByteOrder wanted) {
    boolean isOrdered = itemBytes > 1 && kind != Kind.BYTES && kind != Kind.RAW;
    return isOrdered ? new DType(name, kind, itemBytes, wanted, unit) : this;
  }

  /** Tells whether the byte order is not the machine's own. */
  public boolean isSwapped() {
    return order != ByteOrder.nativeOrder();
  }
}

package dev.coachwhip;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.internal.array.JavaMadeArrays;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * An n-dimensional array that shares its memory with a script.
 *
 * <p>Elements are reached by one index for each dimension, from 0, outermost first; bulk copies go
 * in C order (the last index runs fastest) whatever the strides are. Conversions are exact: an
 * element that the Java type does not hold is a {@link TypeConversionException} that names both
 * types and the place. Integers are numbers of every Java type that holds the value; floats are
 * never integers; booleans are no numbers; times are a {@code long} of ticks in the unit that
 * {@link #dtype()} names. What an unsigned element has as bits is to be had from {@link #toBytes()}
 * and {@link #segment()}.
 *
 * <p>Threadsafe, but the elements themselves are plain memory: what one thread reads while another
 * thread or the script writes may be old or new, or half of each for elements above 8 bytes.
 *
 * <p>After {@link #close()} everything that reads or writes elements is an {@link
 * IllegalStateException}; the memory goes once the last use that had begun has ended. An array that
 * nobody closes lets its memory go when it, its views and its segments are unreachable. Reading one
 * element costs two atomic operations; bulk copies cost these once.
 */
public interface ScriptArray extends AutoCloseable {

  /**
   * Returns an array over memory of Java's, to hand over to scripts without a copy. The caller
   * keeps the memory alive; closing the array does not free it.
   *
   * @param memory the elements in C order, no more and no less; a read-only segment makes a
   *     read-only array
   * @param dtype NumPy's name or code of the element type, such as {@code "uint16"} or {@code
   *     ">f4"}
   * @param shape the number of elements along each dimension; none for a single element
   * @throws IllegalArgumentException if there is no such type or the memory has another size
   */
  static ScriptArray of(MemorySegment memory, String dtype, long... shape) {
    return JavaMadeArrays.over(memory, dtype, shape);
  }

  /**
   * Returns an array in native memory of its own with the elements of a Java array, to hand over to
   * scripts without another copy.
   *
   * @param array {@code boolean[]} (which becomes {@code bool}), {@code byte[]} ({@code int8}),
   *     {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]}, {@code double[]} or {@link
   *     Complex}{@code []} ({@code complex128}), or nested arrays of one of these
   * @throws IllegalArgumentException if it is no such array or the inner ones differ in length
   */
  static ScriptArray copyOf(Object array) {
    return JavaMadeArrays.copyOf(array);
  }

  /** Returns the element type by its NumPy name, such as {@code "float64"}. */
  String dtype();

  /** Returns the number of elements along each dimension, outermost first; a copy. */
  long[] shape();

  /** Returns the distance in bytes between neighbours along each dimension; a copy. */
  long[] strideBytes();

  /** Returns the byte order of the elements. */
  ByteOrder order();

  /** Tells whether the memory may not be written. */
  boolean isReadOnly();

  /** Returns the size of one element in bytes. */
  int itemBytes();

  /** Returns the number of dimensions; 0 for an array that is a single element. */
  int rank();

  /** Returns the number of all elements. */
  long size();

  /** Tells whether the elements lie one behind the other in C order. */
  boolean isContiguous();

  /**
   * Returns the memory itself, from the first byte of all elements to the last, usable from any
   * thread until {@link #close()}. The first call makes an arena, which makes closing the array
   * cost some microseconds more.
   *
   * @return read-only if the array is; of memory that Java made, the segment it was made with
   * @throws IllegalStateException after {@link #close()}
   */
  MemorySegment segment();

  /**
   * Returns the memory for as long as an arena is open, even beyond {@link #close()}: the memory
   * goes when both are closed. With a confined arena this costs next to nothing. With the global
   * arena it never goes. Memory that Java made is as in {@link #segment()}.
   *
   * @throws IllegalStateException after {@link #close()}, or if the arena is closed
   */
  MemorySegment segment(Arena arena);

  /**
   * Returns where the element whose indices are all zero begins in {@link #segment()}, in bytes;
   * not 0 only where strides are negative.
   */
  long offsetBytes();

  /**
   * Returns a view on the sub-array at an index of the first dimension. It shares the memory and
   * ends with this array; closing it ends only itself.
   *
   * @throws IllegalStateException if there is no dimension, or after {@link #close()}
   * @throws IndexOutOfBoundsException if the index is outside
   */
  ScriptArray at(long index);

  /**
   * Returns a boolean element.
   *
   * @throws IllegalArgumentException if there are not as many indices as dimensions
   * @throws IndexOutOfBoundsException if one is outside
   * @throws TypeConversionException if it is none
   */
  boolean getBoolean(long... index);

  /**
   * Returns an integer element, or the ticks of a time; fails as {@link #getBoolean} does.
   *
   * @throws TypeConversionException if it is neither or no long
   */
  long getLong(long... index);

  /**
   * Returns a number element; fails as {@link #getBoolean} does.
   *
   * @throws TypeConversionException if it is none, or an integer that a double does not hold
   */
  double getDouble(long... index);

  /**
   * Returns an element as the nearest Java object; fails as {@link #getBoolean} does.
   *
   * @return Boolean; Long, or BigInteger for integers from 2^63; Double; {@link Complex}; {@link
   *     java.time.LocalDateTime} or {@link java.time.Duration}, null for "not a time"; String;
   *     {@code byte[]} for bytes and structured elements
   * @throws TypeConversionException if Java has none, such as for C's long double, or for a time of
   *     less than a nanosecond
   */
  @Nullable Object get(long... index);

  /**
   * Writes a boolean element; fails as {@link #set} does.
   *
   * @throws TypeConversionException if the element is no boolean
   */
  void setBoolean(boolean value, long... index);

  /**
   * Writes an integer or float element, or the ticks of a time; fails as {@link #set} does.
   *
   * @throws TypeConversionException if the element does not hold the value exactly
   */
  void setLong(long value, long... index);

  /**
   * Writes a float element; fails as {@link #set} does.
   *
   * @throws TypeConversionException if the element does not hold the value exactly
   */
  void setDouble(double value, long... index);

  /**
   * Writes an element of any type.
   *
   * @param value what {@link #get} gives, or any integer or float object that is exactly a value of
   *     the element type
   * @throws UnsupportedOperationException if the array is read-only
   * @throws IllegalArgumentException if there are not as many indices as dimensions
   * @throws IndexOutOfBoundsException if one is outside
   * @throws TypeConversionException if the element does not hold the value exactly
   */
  void set(@Nullable Object value, long... index);

  /**
   * Returns all elements as a Java array of as many dimensions, a copy.
   *
   * @param type such as {@code double[][].class}: arrays of a primitive type but char, of {@link
   *     Object}, or of a class that {@link #get} gives
   * @throws TypeConversionException if it has another number of dimensions or an element does not
   *     fit
   * @throws IllegalArgumentException if it is no array class, or a dimension is too long for Java
   */
  <T> T to(Class<T> type);

  /**
   * Copies all elements in C order into a part of a Java array of one dimension, of a type that
   * {@link #to} knows. Where an element does not fit, those before it may have been copied.
   *
   * @param target such as a {@code double[]}
   * @param offset where to begin in it
   * @throws TypeConversionException if an element does not fit
   * @throws IllegalArgumentException if it is no such array
   * @throws IndexOutOfBoundsException if there is not enough room
   */
  void copyTo(Object target, int offset);

  /**
   * Writes all elements from a Java array: one of as many dimensions and the same shape, or one of
   * one dimension in C order. Where a value does not fit, those before it may have been written.
   *
   * @param source such as a {@code double[]} or a {@code double[][]}
   * @throws UnsupportedOperationException if the array is read-only
   * @throws TypeConversionException if a value does not fit
   * @throws IllegalArgumentException if it is no such array or has another shape
   */
  void copyFrom(Object source);

  /**
   * Returns the bytes of all elements in C order as they lie in memory, a copy.
   *
   * @throws IllegalArgumentException if they are too many for a Java array
   */
  byte[] toBytes();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  boolean[] toBooleanArray();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  byte[] toByteArray();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  short[] toShortArray();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  int[] toIntArray();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  long[] toLongArray();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  float[] toFloatArray();

  /** Returns all elements in C order, a copy; fails as {@link #to} does. */
  double[] toDoubleArray();

  /**
   * Lets the memory go once the last use that has begun has ended. A second call does nothing.
   *
   * @throws IllegalStateException if a native call is using {@link #segment()}; nothing is closed
   *     then
   */
  @Override
  void close();
}

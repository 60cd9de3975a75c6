package dev.coachwhip;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * An n-dimensional array of a script, seen without a copy.
 *
 * <p>No backend makes one yet: {@link ScriptValue#asArray()} refuses every value, and {@link
 * Capability#ARRAYS} is absent.
 */
public interface ScriptArray extends AutoCloseable {

  /** Returns the element type by its NumPy name, such as {@code "float64"}. */
  String dtype();

  /** Returns the extent of each dimension, outermost first; a copy. */
  long[] shape();

  /** Returns the distance in bytes between neighbours along each dimension; a copy. */
  long[] strideBytes();

  /** Returns the byte order of the elements. */
  ByteOrder order();

  /** Tells whether the memory may not be written. */
  boolean isReadOnly();

  /**
   * Returns the memory itself, which the script shares.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  MemorySegment segment();

  /** Lets the script's memory go; the segment is not accessible afterwards. */
  @Override
  void close();
}

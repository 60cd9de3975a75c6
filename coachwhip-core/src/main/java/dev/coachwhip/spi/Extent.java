package dev.coachwhip.spi;

import java.util.Arrays;
import java.util.Objects;

/** Where the elements of an array lie, in bytes from the element whose indices are all zero. */
public final class Extent {

  private final long[] shape;
  private final long[] strideBytes;
  private final int itemBytes;
  private final long size;
  private final long lowBytes;
  private final long highBytes;

  private Extent(long[] shape, long[] strideBytes, int itemBytes) {
    this.shape = shape;
    this.strideBytes = strideBytes;
    this.itemBytes = itemBytes;
    this.size = product(shape);
    long low = 0;
    long high = 0;
    for (int d = 0; size > 0 && d < shape.length; d++) {
      long reach = Math.multiplyExact(shape[d] - 1, strideBytes[d]);
      low = Math.addExact(low, Math.min(reach, 0));
      high = Math.addExact(high, Math.max(reach, 0));
    }
    this.lowBytes = low;
    this.highBytes = size == 0 ? 0 : Math.addExact(high, itemBytes);
    Math.subtractExact(highBytes, lowBytes);
  }

  /**
   * Returns an extent.
   *
   * @param shape the number of elements along each dimension, outermost first
   * @param strideBytes the distance in bytes between neighbours along each dimension; may be
   *     negative or zero
   * @param itemBytes the size of one element in bytes
   * @throws IllegalArgumentException if a number is negative that must not be, the lengths differ,
   *     or the elements span more bytes than a long counts
   */
  public static Extent of(long[] shape, long[] strideBytes, int itemBytes) {
    if (shape.length != strideBytes.length) {
      throw new IllegalArgumentException(
          shape.length + " dimensions with " + strideBytes.length + " strides");
    }
    if (itemBytes < 0 || Arrays.stream(shape).anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException(
          "negative size: shape " + Arrays.toString(shape) + " of " + itemBytes + " bytes each");
    }
    try {
      return new Extent(shape.clone(), strideBytes.clone(), itemBytes);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "more bytes than a long counts: shape "
              + Arrays.toString(shape)
              + ", strides "
              + Arrays.toString(strideBytes),
          e);
    }
  }

  /**
   * Returns the extent of elements that lie one behind the other in C order.
   *
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static Extent contiguous(int itemBytes, long... shape) {
    long[] strides = new long[shape.length];
    long stride = itemBytes;
    boolean empty = Arrays.stream(shape).anyMatch(n -> n == 0);
    try {
      for (int d = shape.length - 1; d >= 0; d--) {
        strides[d] = stride;
        stride = empty ? stride : Math.multiplyExact(stride, shape[d]);
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "more bytes than a long counts: shape " + Arrays.toString(shape), e);
    }
    return of(shape, strides, itemBytes);
  }

  private static long product(long[] shape) {
    long product = 1;
    for (long n : shape) {
      if (n == 0) {
        return 0; // whatever the others are
      }
    }
    for (long n : shape) {
      product = Math.multiplyExact(product, n);
    }
    return product;
  }

  /** Returns the number of elements along each dimension; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** Returns the distance in bytes between neighbours along each dimension; a copy. */
  public long[] strideBytes() {
    return strideBytes.clone();
  }

  /** Returns the number of dimensions. */
  public int rank() {
    return shape.length;
  }

  /** Returns the number of elements along a dimension. */
  public long length(int dimension) {
    return shape[dimension];
  }

  /** Returns the distance in bytes between neighbours along a dimension. */
  public long stride(int dimension) {
    return strideBytes[dimension];
  }

  /** Returns the number of all elements. */
  public long size() {
    return size;
  }

  /** Returns the size of one element in bytes. */
  public int itemBytes() {
    return itemBytes;
  }

  /** Returns where the first byte of all lies; below zero where strides are negative. */
  public long lowBytes() {
    return lowBytes;
  }

  /** Returns where the last byte of all ends. */
  public long highBytes() {
    return highBytes;
  }

  /** Returns the bytes from the first to the last, with those in gaps. */
  public long spanBytes() {
    return highBytes - lowBytes;
  }

  /** Tells whether the elements lie one behind the other in C order. */
  public boolean isContiguous() {
    long expected = itemBytes;
    for (int d = shape.length - 1; d >= 0 && size > 0; d--) {
      if (shape[d] != 1 && strideBytes[d] != expected) {
        return false;
      }
      expected *= shape[d];
    }
    return true;
  }

  /**
   * Returns where an element begins.
   *
   * @throws IllegalArgumentException if there are not as many indices as dimensions
   * @throws IndexOutOfBoundsException if an index is outside its dimension
   */
  public long offset(long... index) {
    if (index.length != shape.length) {
      throw new IllegalArgumentException(
          index.length + " indices for an array of " + shape.length + " dimensions");
    }
    long offset = 0;
    for (int d = 0; d < index.length; d++) {
      offset += Objects.checkIndex(index[d], shape[d]) * strideBytes[d];
    }
    return offset;
  }

  /** Returns the extent of one sub-array along the first dimension; there must be one. */
  public Extent inner() {
    return new Extent(
        Arrays.copyOfRange(shape, 1, shape.length),
        Arrays.copyOfRange(strideBytes, 1, shape.length),
        itemBytes);
  }

  /** Returns the extent of the same memory as bytes: one dimension more, along each element. */
  public Extent bytes() {
    long[] lengths = Arrays.copyOf(shape, shape.length + 1);
    long[] strides = Arrays.copyOf(strideBytes, shape.length + 1);
    lengths[shape.length] = itemBytes;
    strides[shape.length] = 1;
    return new Extent(lengths, strides, 1);
  }

  /**
   * Returns the same elements in the same order in as few dimensions as can be, at least one:
   * neighbours that lie as if they were one dimension are joined.
   */
  public Extent flattened() {
    long[] lengths = new long[Math.max(shape.length, 1)];
    long[] strides = new long[lengths.length];
    int last = 0;
    lengths[0] = 1;
    strides[0] = itemBytes;
    for (int d = 0; d < shape.length; d++) {
      if (lengths[last] == 1) {
        lengths[last] = shape[d];
        strides[last] = strideBytes[d];
      } else if (strides[last] == shape[d] * strideBytes[d]) {
        lengths[last] *= shape[d];
        strides[last] = strideBytes[d];
      } else if (shape[d] != 1) {
        last++;
        lengths[last] = shape[d];
        strides[last] = strideBytes[d];
      }
    }
    return new Extent(
        Arrays.copyOf(lengths, last + 1), Arrays.copyOf(strides, last + 1), itemBytes);
  }

  /** Returns the indices of the element at a place in C order. */
  public long[] indexOf(long position) {
    long[] index = new long[shape.length];
    long rest = position;
    for (int d = shape.length - 1; d >= 0; d--) {
      index[d] = rest % shape[d];
      rest /= shape[d];
    }
    return index;
  }
}

package dev.coachwhip.rhai.runtime;

import java.util.Arrays;
import java.util.Objects;

/** A {@code blob}: bytes, copied when written, as {@link RhaiArray} is. */
public final class Blob {

  private byte[] bytes;
  private int size;
  private boolean shared;

  /** Makes an empty one. */
  public Blob() {
    this(new byte[0], 0, false);
  }

  private Blob(byte[] bytes, int size, boolean shared) {
    this.bytes = bytes;
    this.size = size;
    this.shared = shared;
  }

  /** Returns one of these bytes, which are copied. */
  public static Blob of(byte... bytes) {
    return wrap(bytes.clone());
  }

  /** Returns one that takes over a Java array, which nobody else may use from then on. */
  public static Blob wrap(byte[] bytes) {
    return new Blob(bytes, bytes.length, false);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns a byte, 0 to 255. */
  public int get(int index) {
    return bytes[Objects.checkIndex(index, size)] & 0xff;
  }

  /** Replaces a byte by the lowest eight bits of a number. */
  public void set(int index, long value) {
    Objects.checkIndex(index, size);
    unshare(size);
    bytes[index] = (byte) value;
  }

  /** Adds the lowest eight bits of a number. */
  public void add(long value) {
    reserve(Sizes.sumOfSizes(size, 1));
    bytes[size++] = (byte) value;
  }

  /** Adds bytes. */
  public void addAll(byte[] more) {
    replaceRange(size, size, more);
  }

  /** Adds the bytes of another blob, which may be this one. */
  public void addAll(Blob other) {
    addAll(other.toByteArray());
  }

  /** Puts bytes in the place of those from start to before end. */
  public void replaceRange(int start, int end, byte[] replacement) {
    Objects.checkFromToIndex(start, end, size);
    int newSize = Sizes.sumOfSizes(size - (end - start), replacement.length);
    reserve(newSize);
    System.arraycopy(bytes, end, bytes, start + replacement.length, size - end);
    System.arraycopy(replacement, 0, bytes, start, replacement.length);
    size = newSize;
  }

  /** Removes the bytes from start to before end and returns them. */
  public Blob removeRange(int start, int end) {
    Blob removed = slice(start, end);
    replaceRange(start, end, new byte[0]);
    return removed;
  }

  /** Returns the bytes from start to before end. */
  public Blob slice(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    return wrap(Arrays.copyOfRange(bytes, start, end));
  }

  /** Removes all bytes. */
  public void clear() {
    bytes = new byte[0];
    size = 0;
    shared = false;
  }

  /** Returns the bytes in a new Java array. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int capacity) {
    if (capacity > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(capacity, Math.max(16, Sizes.roomFor(size))));
      shared = false;
    } else {
      unshare(capacity);
    }
  }

  private void unshare(int capacity) {
    if (shared) {
      bytes = Arrays.copyOf(bytes, Math.max(capacity, size));
      shared = false;
    }
  }

  /** Returns a value that is its own from now on. */
  public Blob copy() {
    shared = true;
    return new Blob(bytes, size, true);
  }

  /** Tells whether the bytes are the same. */
  public boolean hasSameBytes(Blob other) {
    return Arrays.equals(bytes, 0, size, other.bytes, 0, other.size);
  }

  @Override
  public String toString() {
    return Display.toText(this);
  }
}

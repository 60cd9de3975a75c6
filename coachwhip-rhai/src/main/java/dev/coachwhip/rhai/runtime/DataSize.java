package dev.coachwhip.rhai.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a container holds in all, as Rhai counts it for its limits: items of arrays, properties of
 * maps, bytes of strings, nested ones included.
 *
 * <p>A container keeps one from when it was first measured, and updates it with each change. A
 * nested container that is handed out to be changed is <em>open</em>: it is left out of the sums
 * and measured when they are asked for.
 */
final class DataSize {

  private long items;
  private long properties;
  private long stringBytes;
  private @Nullable Object open;

  /** Counts a value that came in, without the item or property that it is. */
  void add(Object value) {
    count(value, 1);
  }

  /** Counts a value that went away. */
  @SuppressWarnings("ReferenceEquality") // one object is open, not those like it
  void remove(Object value) {
    if (value == open) {
      open = null;
      return;
    }
    count(value, -1);
  }

  /** Notes that a value in here may be changed from now on. */
  @SuppressWarnings("ReferenceEquality") // one object is open, not those like it
  void open(Object value) {
    if (value == open || !isContainer(value)) {
      return;
    }
    settle();
    count(value, -1);
    open = value;
  }

  private void settle() {
    Object settled = open;
    open = null;
    if (settled != null) {
      count(settled, 1);
    }
  }

  void addItems(long number) {
    items += number;
  }

  void addProperties(long number) {
    properties += number;
  }

  static boolean isContainer(Object value) {
    Object plain = Tagged.strip(value);
    return plain instanceof RhaiArray || plain instanceof RhaiMap || plain instanceof Blob;
  }

  private void count(Object value, int sign) {
    switch (value) {
      case RhaiString string -> stringBytes += sign * string.bytes();
      case RhaiArray array -> add(array.dataSize(), sign);
      case RhaiMap map -> add(map.dataSize(), sign);
      case Blob blob -> items += sign * (1L + blob.size());
      case Tagged tagged -> count(tagged.value(), sign);
      default -> {}
    }
  }

  private void add(DataSize other, int sign) {
    DataSize whole = other.settled();
    items += sign * whole.items;
    properties += sign * whole.properties;
    stringBytes += sign * whole.stringBytes;
  }

  /** Returns the sums with what is open at present; the same object if nothing is. */
  private DataSize settled() {
    Object still = open;
    if (still == null) {
      return this;
    }
    DataSize whole = new DataSize();
    whole.items = items;
    whole.properties = properties;
    whole.stringBytes = stringBytes;
    whole.count(still, 1);
    return whole;
  }

  /** Returns one for a copy of the container. */
  DataSize copy() {
    DataSize whole = new DataSize();
    whole.add(this, 1);
    return whole;
  }

  /** Throws what Rhai throws if it is over a limit. */
  void check(RunLimits limits) {
    DataSize whole = settled();
    check(limits, whole.items, whole.properties, whole.stringBytes);
  }

  static void check(RunLimits limits, long items, long properties, long stringBytes) {
    if (limits.stringBytes() > 0 && stringBytes > limits.stringBytes()) {
      throw RhaiError.dataTooLarge("Length of string");
    }
    if (limits.arraySize() > 0 && items > limits.arraySize()) {
      throw RhaiError.dataTooLarge("Size of array/BLOB");
    }
    if (limits.mapSize() > 0 && properties > limits.mapSize()) {
      throw RhaiError.dataTooLarge("Size of object map");
    }
  }
}

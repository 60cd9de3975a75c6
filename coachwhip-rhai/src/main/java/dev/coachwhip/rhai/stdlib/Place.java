package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Tagged;
import java.util.Objects;

/** Where an item is that a callback gets, as a copy or, bound to {@code this}, itself. */
interface Place {

  /** Returns the item, not copied. */
  Object get();

  /** Returns the item, which may then be changed in place. */
  Object forWrite();

  /** Replaces the item. */
  void set(Object value);

  /** Tells whether a value may be changed in place. */
  static boolean isMutable(Object value) {
    return value instanceof RhaiArray
        || value instanceof RhaiMap
        || value instanceof Blob
        || value instanceof Tagged;
  }

  /** An item of an array; goes from one to the next. */
  final class OfArray implements Place {
    private final RhaiArray array;
    private int index;

    OfArray(RhaiArray array, int index) {
      this.array = array;
      this.index = index;
    }

    /** Goes to an item. */
    OfArray at(int index) {
      this.index = index;
      return this;
    }

    @Override
    public Object get() {
      return array.get(index);
    }

    @Override
    public Object forWrite() {
      Object item = array.get(index);
      return isMutable(item) ? array.itemForWrite(index) : item;
    }

    @Override
    public void set(Object value) {
      array.set(index, value);
    }
  }

  /** The value of a map's property, which exists. */
  record OfMap(RhaiMap map, String key) implements Place {

    @Override
    public Object get() {
      return Objects.requireNonNull(map.get(key));
    }

    @Override
    public Object forWrite() {
      return Objects.requireNonNull(map.valueForWrite(key));
    }

    @Override
    public void set(Object value) {
      map.put(key, value);
    }
  }
}

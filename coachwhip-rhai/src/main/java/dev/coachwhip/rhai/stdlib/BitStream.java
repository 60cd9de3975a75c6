package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.ValueStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The bits of an integer, from {@code bits}.
 *
 * @param value whose lowest bit comes first
 * @param length number of bits, 0 to 64
 */
record BitStream(long value, int length) implements ValueStream {

  @Override
  public String typeName() {
    return "range";
  }

  /** Returns the name of Rhai's type: it is what prints inside collections. */
  @Override
  public String toString() {
    return "rhai::packages::iter_basic::BitRange";
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private int index;

      @Override
      public boolean hasNext() {
        return index < length;
      }

      @Override
      public Object next() {
        if (index == length) {
          throw new NoSuchElementException();
        }
        return (value >> index++ & 1) != 0;
      }
    };
  }
}

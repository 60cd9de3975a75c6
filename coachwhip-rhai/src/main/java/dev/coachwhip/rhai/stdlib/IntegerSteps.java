package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.ValueStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The integers of {@code range(from, to, step)}.
 *
 * @param from the first one, if there is any
 * @param to where they end, exclusive
 * @param step to the next one; not 0
 * @param up whether they grow
 * @param empty whether there is none, as with a step away from the end
 */
record IntegerSteps(long from, long to, long step, boolean up, boolean empty)
    implements ValueStream {

  static IntegerSteps of(long from, long to, long step) {
    if (step == 0) {
      throw stepIsZero();
    }
    // As in Rhai there is nothing where already the first step leaves 64 bits.
    long second = from + step;
    boolean overflows = ((from ^ second) & (step ^ second)) < 0;
    boolean empty = overflows || (step > 0 ? from >= to : from <= to);
    return new IntegerSteps(from, to, step, step > 0, empty);
  }

  static RhaiError stepIsZero() {
    return RhaiError.arithmetic("step value cannot be zero").wrapped("range", "", 0, 0);
  }

  @Override
  public String typeName() {
    return "range";
  }

  /** Returns the name of Rhai's type: it is what prints inside collections. */
  @Override
  public String toString() {
    return "rhai::packages::iter_basic::StepRange<i64>";
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private long next = from;
      private boolean done = empty;

      @Override
      public boolean hasNext() {
        return !done;
      }

      @Override
      public Object next() {
        if (done) {
          throw new NoSuchElementException();
        }
        long value = next;
        next = value + step;
        // A last value whose successor leaves 64 bits is lost in Rhai; so `hasNext` looks ahead.
        done = isLast(next);
        return value;
      }
    };
  }

  private boolean isLast(long following) {
    if (up ? following >= to : following <= to) {
      return true;
    }
    long beyond = following + step;
    return ((following ^ beyond) & (step ^ beyond)) < 0;
  }
}

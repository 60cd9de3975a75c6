package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.ValueStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The floats of {@code range(from, to, step)}, made by adding.
 *
 * @param from the first one, if there is any
 * @param to where they end, exclusive
 * @param step to the next one
 * @param direction 1 if they grow, -1 if they fall, 0 if there is none
 */
record FloatSteps(double from, double to, double step, int direction) implements ValueStream {

  static FloatSteps of(double from, double to, double step) {
    double second = from + step;
    if (second == from) {
      throw IntegerSteps.stepIsZero();
    }
    int direction = 0;
    if (from < to && second > from) {
      direction = 1;
    } else if (from > to && second < from) {
      direction = -1;
    }
    return new FloatSteps(from, to, step, direction);
  }

  @Override
  public String typeName() {
    return "range";
  }

  /** Returns the name of Rhai's type: it is what prints inside collections. */
  @Override
  public String toString() {
    return "rhai::packages::iter_basic::StepRange<f64>";
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private double next = from;
      private boolean done = direction == 0;

      @Override
      public boolean hasNext() {
        return !done;
      }

      @Override
      public Object next() {
        if (done) {
          throw new NoSuchElementException();
        }
        double value = next;
        next = value + step;
        done = direction > 0 ? next >= to : next <= to;
        return value;
      }
    };
  }
}

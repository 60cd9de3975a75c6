package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.Iteration;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import java.util.Iterator;

/** What {@code for} loops do when they run. */
public final class Loops {

  private Loops() {}

  /** Returns the items of what is iterated over; the position is its beginning. */
  public static Object iterate(Object iterable, Run run, long position) {
    try {
      return Iteration.over(iterable, run);
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }

  /** Tells whether there is another item. */
  public static boolean hasNext(Iterator<?> items, long position) {
    try {
      return items.hasNext();
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }

  /** Returns the next item. */
  public static Object next(Iterator<?> items, long position) {
    try {
      return items.next();
    } catch (RhaiError e) {
      throw Position.fill(e, position);
    }
  }
}

package dev.coachwhip.rhai.runtime;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** What {@code for} runs over. */
public final class Iteration {

  private Iteration() {}

  /**
   * Returns the items, which are the caller's to keep or change.
   *
   * @throws RhaiError if the value is not iterable; without position
   */
  public static Iterator<Object> over(Object iterable, Run run) {
    return switch (Tagged.strip(Values.get(iterable))) {
      case RhaiArray array -> copies(array.iterator());
      case RhaiRange range -> over(range);
      case RhaiString string -> over(string);
      case Blob blob -> over(blob.copy());
      case ValueStream stream -> stream.iterator();
      case Object other -> run.functions().iterate(run, other);
    };
  }

  private static Iterator<Object> copies(Iterator<Object> items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Object next() {
        return Values.copy(items.next());
      }
    };
  }

  private static Iterator<Object> over(RhaiRange range) {
    return new Iterator<>() {
      private long next = range.start();
      private boolean more = !range.isEmpty();

      @Override
      public boolean hasNext() {
        return more;
      }

      @Override
      public Object next() {
        if (!more) {
          throw new NoSuchElementException();
        }
        long number = next;
        // An inclusive range may end with the largest integer, so its end is seen before adding.
        more = range.inclusive() ? number < range.end() : number + 1 < range.end();
        next = number + 1;
        return number;
      }
    };
  }

  private static Iterator<Object> over(RhaiString string) {
    String text = string.toString();
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < text.length();
      }

      @Override
      public Object next() {
        if (next >= text.length()) {
          throw new NoSuchElementException();
        }
        int character = text.codePointAt(next);
        next += Character.charCount(character);
        return RhaiCharacter.of(character);
      }
    };
  }

  private static Iterator<Object> over(Blob blob) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < blob.size();
      }

      @Override
      public Object next() {
        if (next >= blob.size()) {
          throw new NoSuchElementException();
        }
        return new UnsignedByte(blob.get(next++));
      }
    };
  }
}

package dev.coachwhip.python.expose;

import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A Java iterator while Python goes through it: one thread at a time, closed at its end. */
final class Iteration {

  /** What {@link #next} returns when there are no more elements; distinct from a null element. */
  static final Object END = new Object();

  private final Iterator<?> iterator;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable AutoCloseable toClose;
  private boolean ended;

  /**
   * Makes it.
   *
   * @param toClose closed when the elements are used up, or earlier by {@link #close}; may be null
   */
  Iteration(Iterator<?> iterator, @Nullable AutoCloseable toClose) {
    this.iterator = iterator;
    this.toClose = toClose;
  }

  /** Returns the Java iterator. */
  Iterator<?> iterator() {
    return iterator;
  }

  /**
   * Returns the next element, or {@link #END}. Runs the user's code, so detached.
   *
   * @throws Exception what the iterator throws, or closing fails with
   */
  @Nullable Object next() throws Exception {
    lock.lockInterruptibly();
    try {
      if (ended) {
        return END;
      }
      if (iterator.hasNext()) {
        return iterator.next();
      }
      close();
      return END;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the iteration; a second call does nothing. Runs the user's code, so detached. */
  void close() throws Exception {
    lock.lockInterruptibly();
    try {
      ended = true;
      AutoCloseable closing = toClose;
      toClose = null;
      if (closing != null) {
        closing.close();
      }
    } finally {
      lock.unlock();
    }
  }
}

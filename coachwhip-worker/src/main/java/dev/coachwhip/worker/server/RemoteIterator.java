package dev.coachwhip.worker.server;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator of the host's, or the elements of a stream of the host's. */
final class RemoteIterator implements Iterator<@Nullable Object>, AutoCloseable {

  private final HostSide host;
  private final long number;
  private @Nullable Object ahead;
  private boolean hasAhead;
  private boolean ended;

  RemoteIterator(HostSide host, long number) {
    this.host = host;
    this.number = number;
  }

  @Override
  public boolean hasNext() {
    if (!hasAhead && !ended) {
      host.next(number, this::found);
    }
    return hasAhead;
  }

  private void found(boolean exists, @Nullable Object element) {
    hasAhead = exists;
    ended = !exists;
    ahead = element;
  }

  @Override
  public @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the host's iterator has no more elements");
    }
    Object element = ahead;
    hasAhead = false;
    ahead = null;
    return element;
  }

  @Override
  public void close() {
    ended = true;
    host.closeStream(number);
  }
}

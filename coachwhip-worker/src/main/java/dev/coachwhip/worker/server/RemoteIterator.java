package dev.coachwhip.worker.server;

import dev.coachwhip.worker.protocol.ToHost;
import dev.coachwhip.worker.wire.WireReader;
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

  private RemoteIterator(HostSide host, long number) {
    this.host = host;
    this.number = number;
  }

  /** Returns what goes on with the host's, which is released with it. */
  static RemoteIterator of(HostSide host, long number) {
    return host.releasing(new RemoteIterator(host, number), number);
  }

  @Override
  public boolean hasNext() {
    if (!hasAhead && !ended) {
      WireReader answer = host.ask(ToHost.NEXT, number);
      hasAhead = answer.getBoolean();
      ended = !hasAhead;
      ahead = hasAhead ? host.codec().readJava(answer) : null;
    }
    return hasAhead;
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
    WireReader _ = host.ask(ToHost.CLOSE_STREAM, number);
  }
}

package dev.coachwhip.worker.host;

import dev.coachwhip.worker.protocol.NumberedObjects;
import dev.coachwhip.worker.wire.ValueCodec;
import dev.coachwhip.worker.wire.WireReader;
import dev.coachwhip.worker.wire.WireWriter;
import java.util.Iterator;
import java.util.stream.BaseStream;

/** Iterators, iterables and streams of the host's that a worker's script goes through. */
record HostElements(NumberedObjects objects, ValueCodec codec) {

  /** Keeps an iterator with what it goes through, which may have to be closed. */
  private record Streaming(Iterator<?> elements, BaseStream<?, ?> stream)
      implements Iterator<Object>, AutoCloseable {
    @Override
    public boolean hasNext() {
      return elements.hasNext();
    }

    @Override
    public Object next() {
      return elements.next();
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  /** Returns what is kept for an object that a worker is given. */
  static Object kept(Object object) {
    return object instanceof BaseStream<?, ?> stream
        ? new Streaming(stream.iterator(), stream)
        : object;
  }

  void next(WireReader in, WireWriter out) {
    Iterator<?> iterator = objects.get(in.getLong(), Iterator.class);
    boolean exists = iterator.hasNext();
    out.putBoolean(exists);
    if (exists) {
      codec.writeJava(out, iterator.next());
    }
  }

  /** Closes what has to be closed. */
  void close(WireReader in) throws Exception {
    if (objects.get(in.getLong(), Iterator.class) instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  void iterate(WireReader in, WireWriter out) {
    Iterable<?> iterable = objects.get(in.getLong(), Iterable.class);
    out.putLong(objects.add(iterable.iterator()));
  }
}

package dev.coachwhip.rhai;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.convert.FromScript;
import dev.coachwhip.rhai.runtime.ValueStream;
import dev.coachwhip.spi.ScriptObject;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Elements that a script can go through, such as those of {@code range(0, 10, 2)}.
 *
 * @param stream makes them
 */
record StreamReference(ValueStream stream, FromScript fromScript) implements ScriptObject {

  @Override
  public Optional<ScriptCallable> callable() {
    return Optional.empty();
  }

  @Override
  public boolean isCode() {
    return false;
  }

  @Override
  public Optional<ScriptIterator> iterator() {
    return Optional.of(new Elements(stream.iterator(), fromScript));
  }

  @Override
  public String print() {
    return stream.typeName();
  }

  private static final class Elements implements ScriptIterator {

    private final Iterator<Object> elements;
    private final FromScript fromScript;
    private boolean closed;

    Elements(Iterator<Object> elements, FromScript fromScript) {
      this.elements = elements;
      this.fromScript = fromScript;
    }

    @Override
    public boolean hasNext() {
      return !closed && elements.hasNext();
    }

    @Override
    public ScriptValue next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return fromScript.convert(elements.next());
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}

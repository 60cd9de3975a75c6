package dev.coachwhip.rhai.convert;

import dev.coachwhip.rhai.runtime.ValueStream;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * Elements that Java makes, one by one as a script's {@code for} asks for them.
 *
 * @param elements begins to go through them; where they are an iterator, just once
 */
record HostElements(Supplier<? extends Iterator<?>> elements, ToScript toScript)
    implements ValueStream {

  @Override
  public String typeName() {
    return "stream";
  }

  @Override
  public Iterator<Object> iterator() {
    Iterator<?> iterator = elements.get();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public Object next() {
        return toScript.convert(iterator.next());
      }
    };
  }
}

package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptIterator;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A script's elements as Java objects.
 *
 * @param elements closed by {@link #close}
 * @param converter of each
 */
record ConvertedIterator(ScriptIterator elements, Converter converter)
    implements Iterator<@Nullable Object>, AutoCloseable {

  @Override
  public boolean hasNext() {
    return elements.hasNext();
  }

  @Override
  public @Nullable Object next() {
    return Conversions.to(elements.next(), converter);
  }

  @Override
  public void close() {
    elements.close();
  }
}

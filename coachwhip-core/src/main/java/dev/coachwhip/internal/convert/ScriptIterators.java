package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Iterators of scripts as Java's streams. */
public final class ScriptIterators {

  private ScriptIterators() {}

  /** Returns a sequential stream of the elements that are left; closing it closes the iterator. */
  public static Stream<ScriptValue> stream(ScriptIterator iterator) {
    Spliterator<ScriptValue> elements =
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(elements, false).onClose(iterator::close);
  }
}

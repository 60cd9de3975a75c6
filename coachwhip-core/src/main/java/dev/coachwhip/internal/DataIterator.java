package dev.coachwhip.internal;

import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;

/** Goes through elements that are Java data already. */
public final class DataIterator implements ScriptIterator {

  private Iterator<ScriptValue> elements;

  /** Begins at the first element. */
  public DataIterator(Collection<ScriptValue> elements) {
    this.elements = Collections.unmodifiableCollection(elements).iterator();
  }

  @Override
  public boolean hasNext() {
    return elements.hasNext();
  }

  @Override
  public ScriptValue next() {
    return elements.next();
  }

  @Override
  public void close() {
    elements = Collections.emptyIterator();
  }
}

package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

/**
 * The elements of a set that cannot change in its language, as a frozenset of Python: goes back as
 * such. Unmodifiable.
 */
public final class FrozenSet extends AbstractSet<ScriptValue> {

  private final Set<ScriptValue> elements;

  /**
   * Makes it.
   *
   * @param elements given away by the caller
   */
  public FrozenSet(Set<ScriptValue> elements) {
    this.elements = Collections.unmodifiableSet(elements);
  }

  @Override
  public Iterator<ScriptValue> iterator() {
    return elements.iterator();
  }

  @Override
  public boolean contains(Object element) {
    return elements.contains(element);
  }

  @Override
  public int size() {
    return elements.size();
  }
}

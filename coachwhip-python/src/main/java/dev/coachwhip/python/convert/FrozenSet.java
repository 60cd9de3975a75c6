package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

/**
 * The elements of a frozenset, or of an instance of a subclass: goes back as a frozenset.
 * Unmodifiable.
 */
final class FrozenSet extends AbstractSet<ScriptValue> {

  private final Set<ScriptValue> elements;

  FrozenSet(Set<ScriptValue> elements) {
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

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import java.util.AbstractList;
import java.util.RandomAccess;

/** The elements of a tuple, or of an instance of a subclass: goes back as a tuple. Immutable. */
final class TupleList extends AbstractList<ScriptValue> implements RandomAccess {

  private final ScriptValue[] elements;

  /**
   * Makes it.
   *
   * @param elements given away by the caller
   */
  TupleList(ScriptValue[] elements) {
    this.elements = elements;
  }

  @Override
  public ScriptValue get(int index) {
    return elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }
}

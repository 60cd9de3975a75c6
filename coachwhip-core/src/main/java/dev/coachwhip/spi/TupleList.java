package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The elements of a list that cannot change in its language, as a tuple of Python: goes back as
 * such. Immutable.
 */
public final class TupleList extends AbstractList<ScriptValue> implements RandomAccess {

  private final ScriptValue[] elements;

  /**
   * Makes it.
   *
   * @param elements given away by the caller
   */
  public TupleList(ScriptValue[] elements) {
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

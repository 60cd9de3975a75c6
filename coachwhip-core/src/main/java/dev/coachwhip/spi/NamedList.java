package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The data of a value that is a list whose elements have names too, as a namedtuple of Python:
 * equal to a plain list of the same elements, and convertible to a record. Unmodifiable.
 */
public final class NamedList extends AbstractList<ScriptValue> implements RandomAccess {

  private final List<String> names;
  private final List<ScriptValue> values;

  /**
   * Makes it of copies.
   *
   * @param names of the elements, in order
   * @param values as many as names
   * @throws IllegalArgumentException if there are more of one than of the other
   */
  public NamedList(List<String> names, List<ScriptValue> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(
          "%d names for %d values".formatted(names.size(), values.size()));
    }
    this.names = List.copyOf(names);
    this.values = List.copyOf(values);
  }

  /** Returns the names of the elements, in order; unmodifiable. */
  public List<String> names() {
    return names;
  }

  /** Returns the elements by name, in order; a copy. */
  public Map<String, ScriptValue> byName() {
    Map<String, ScriptValue> result = LinkedHashMap.newLinkedHashMap(size());
    for (int i = 0; i < size(); i++) {
      result.put(names.get(i), values.get(i));
    }
    return result;
  }

  @Override
  public ScriptValue get(int index) {
    return values.get(index);
  }

  @Override
  public int size() {
    return values.size();
  }
}

package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;
import java.nio.LongBuffer;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * A list of integers in the range of long, as the numbers themselves; see {@link FloatList}.
 * Immutable, threadsafe.
 */
public final class IntegerList extends AbstractList<ScriptValue> implements RandomAccess {

  private final long[] values;
  private final String typeName;
  private final ValuePrinter printer;

  /**
   * Makes it.
   *
   * @param values not copied: the caller gives them away
   * @param typeName the language's name of the elements' type
   */
  public IntegerList(long[] values, String typeName, ValuePrinter printer) {
    this.values = values;
    this.typeName = typeName;
    this.printer = printer;
  }

  @Override
  public ScriptValue get(int index) {
    return ScriptValue.of(values[index], typeName, printer);
  }

  @Override
  public int size() {
    return values.length;
  }

  /** Returns one number. */
  public long getLong(int index) {
    return values[index];
  }

  /** Returns the numbers, a copy. */
  public long[] toLongArray() {
    return values.clone();
  }

  /** Returns the numbers as they are, read-only. */
  public LongBuffer asBuffer() {
    return LongBuffer.wrap(values).asReadOnlyBuffer();
  }

  /** Returns the language's name of the elements' type. */
  public String elementType() {
    return typeName;
  }
}

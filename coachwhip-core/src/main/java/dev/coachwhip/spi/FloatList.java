package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;
import java.nio.DoubleBuffer;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * A list of floats, as the numbers themselves: the long lists are those of readings, and a value
 * object for each would take most of the time and memory. Immutable, threadsafe.
 */
public final class FloatList extends AbstractList<ScriptValue> implements RandomAccess {

  private final double[] values;
  private final String typeName;
  private final ValuePrinter printer;

  /**
   * Makes it.
   *
   * @param values not copied: the caller gives them away
   * @param typeName the language's name of the elements' type
   */
  public FloatList(double[] values, String typeName, ValuePrinter printer) {
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
  public double getDouble(int index) {
    return values[index];
  }

  /** Returns the numbers, a copy. */
  public double[] toDoubleArray() {
    return values.clone();
  }

  /** Returns the numbers as they are, read-only. */
  public DoubleBuffer asBuffer() {
    return DoubleBuffer.wrap(values).asReadOnlyBuffer();
  }

  /** Returns the language's name of the elements' type. */
  public String elementType() {
    return typeName;
  }
}

package dev.coachwhip.spi;

import dev.coachwhip.ScriptValue;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The integers from one to before another in equal steps, made when they are asked for: a range of
 * Python. Immutable, threadsafe.
 */
public final class RangeList extends AbstractList<ScriptValue> implements RandomAccess {

  private final long start;
  private final long stop;
  private final long step;
  private final String typeName;
  private final ValuePrinter printer;
  private final int size;

  /**
   * Makes it.
   *
   * @param start the first integer, unless there is none
   * @param stop the end that is not part of it
   * @param step the distance of neighbours, not 0
   * @param typeName the language's name of the elements' type
   * @throws ArithmeticException if it does not {@linkplain #fits fit}
   */
  public RangeList(long start, long stop, long step, String typeName, ValuePrinter printer) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.typeName = typeName;
    this.printer = printer;
    this.size = length(start, stop, step).intValueExact();
  }

  /** Tells whether a list can be as long. */
  public static boolean fits(long start, long stop, long step) {
    return step != 0 && length(start, stop, step).bitLength() < Integer.SIZE;
  }

  /** The distance of two longs, and so the length, may not be a long. */
  private static BigInteger length(long start, long stop, long step) {
    BigInteger distance = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
    BigInteger towards = step > 0 ? distance : distance.negate();
    if (towards.signum() <= 0) {
      return BigInteger.ZERO;
    }
    BigInteger width = BigInteger.valueOf(step).abs();
    return towards.subtract(BigInteger.ONE).divide(width).add(BigInteger.ONE);
  }

  /** Returns the first integer, unless there is none. */
  public long start() {
    return start;
  }

  /** Returns the end that is not part of it. */
  public long stop() {
    return stop;
  }

  /** Returns the distance of neighbours. */
  public long step() {
    return step;
  }

  /** Returns the language's name of the elements' type. */
  public String elementType() {
    return typeName;
  }

  @Override
  public ScriptValue get(int index) {
    Objects.checkIndex(index, size);
    return ScriptValue.of(start + index * step, typeName, printer);
  }

  @Override
  public int size() {
    return size;
  }
}

package dev.coachwhip.python.convert;

import dev.coachwhip.ScriptValue;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The integers of a Python range, made when they are asked for. Immutable. */
final class RangeList extends AbstractList<ScriptValue> implements RandomAccess {

  private final long start;
  private final long stop;
  private final long step;
  private final int size;

  RangeList(long start, long stop, long step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.size = length(start, stop, step).intValueExact();
  }

  /** Tells whether a list can be as long. */
  static boolean fits(long start, long stop, long step) {
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

  long start() {
    return start;
  }

  /** Returns the end that is not part of it. */
  long stop() {
    return stop;
  }

  long step() {
    return step;
  }

  @Override
  public ScriptValue get(int index) {
    Objects.checkIndex(index, size);
    return ToJava.of(start + index * step, "int");
  }

  @Override
  public int size() {
    return size;
  }
}

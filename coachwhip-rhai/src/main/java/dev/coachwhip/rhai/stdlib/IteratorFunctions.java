package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.ValueStream;

/** BasicIteratorPackage: ranges and what else {@code for} runs over. */
final class IteratorFunctions {

  private IteratorFunctions() {}

  @RhaiFunction
  static RhaiRange range(long from, long to) {
    return RhaiRange.exclusive(from, to);
  }

  @RhaiFunction
  static ValueStream range(long from, long to, long step) {
    return IntegerSteps.of(from, to, step);
  }

  @RhaiFunction
  static ValueStream range(RhaiRange range, long step) {
    if (range.inclusive()) {
      throw RhaiError.functionNotFound("range", range, step);
    }
    return IntegerSteps.of(range.start(), range.end(), step);
  }

  @RhaiFunction
  static ValueStream range(double from, double to, double step) {
    return FloatSteps.of(from, to, step);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long start(RhaiRange range) {
    return range.start();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long end(RhaiRange range) {
    return range.end();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isInclusive(RhaiRange range) {
    return range.inclusive();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isExclusive(RhaiRange range) {
    return !range.inclusive();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isEmpty(RhaiRange range) {
    return range.isEmpty();
  }

  @RhaiFunction(pure = false)
  static boolean contains(RhaiRange range, long number) {
    return range.contains(number);
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static ValueStream chars(RhaiString string) {
    return new CharacterStream(string);
  }

  @RhaiFunction
  static ValueStream chars(RhaiString string, long start) {
    return chars(string, start, Long.MAX_VALUE);
  }

  @RhaiFunction
  static ValueStream chars(RhaiString string, long start, long length) {
    Slice slice = Slice.of(string.length(), start, length);
    return new CharacterStream(string.slice(slice.start(), slice.end()));
  }

  @RhaiFunction
  static ValueStream chars(RhaiString string, RhaiRange range) {
    return chars(string, Slice.start(range), Slice.lengthOrNone(range));
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static ValueStream bits(long value) {
    return new BitStream(value, Long.SIZE);
  }

  @RhaiFunction
  static ValueStream bits(long value, long start) {
    return bits(value, start, Long.MAX_VALUE);
  }

  @RhaiFunction
  static ValueStream bits(long value, long start, long length) {
    int first = BitFieldFunctions.bitIndex(start);
    return new BitStream(value >> first, BitFieldFunctions.available(first, length));
  }

  @RhaiFunction
  static ValueStream bits(long value, RhaiRange range) {
    return bits(value, Slice.start(range), Slice.lengthOrNone(range));
  }
}

package dev.coachwhip.rhai.runtime;

/** Measures values against limits. */
final class Sizes {

  /** Larger arrays cannot be made on all JVMs. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private Sizes() {}

  /** Returns how long two strings are together, which Java may not be able to hold. */
  static int sumOfLengths(int first, int second) {
    if ((long) first + second > MOST) {
      throw tooLong();
    }
    return first + second;
  }

  /** Returns how many items or bytes there are together, which Java may not be able to hold. */
  static int sumOfSizes(int first, int second) {
    if ((long) first + second > MOST) {
      throw RhaiError.dataTooLarge("Size of array/BLOB");
    }
    return first + second;
  }

  /** Returns how much room to make for a size that may grow. */
  static int roomFor(int size) {
    return (int) Math.min(MOST, size + (long) (size >> 1));
  }

  private static void check(RhaiString string, RunLimits limits) {
    long limit = limits.stringBytes();
    if (limit > 0 && string.isLongerThan(limit)) {
      throw tooLong();
    }
  }

  /** Checks what a string would be with another one at its end. */
  static void checkSum(RhaiString string, RhaiString other, RunLimits limits) {
    long limit = limits.stringBytes();
    if (limit > 0 && string.isLongerThan(limit, other)) {
      throw tooLong();
    }
  }

  /** Checks text that a string is made of. */
  static void checkText(CharSequence text, RunLimits limits) {
    long limit = limits.stringBytes();
    if (limit > 0 && RhaiString.isLongerThan(text, limit)) {
      throw tooLong();
    }
  }

  private static RhaiError tooLong() {
    return RhaiError.dataTooLarge("Length of string");
  }

  static void check(Object value, RunLimits limits) {
    switch (value) {
      case RhaiString string -> check(string, limits);
      case RhaiArray array -> array.dataSize().check(limits);
      case RhaiMap map -> map.dataSize().check(limits);
      case Blob blob -> DataSize.check(limits, blob.size(), 0, 0);
      case Tagged tagged -> check(tagged.value(), limits);
      case Cell cell -> check(cell.get(), limits);
      default -> {}
    }
  }
}

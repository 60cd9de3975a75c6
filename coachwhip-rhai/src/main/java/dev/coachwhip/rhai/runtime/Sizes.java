package dev.coachwhip.rhai.runtime;

/** Measures values against limits. */
final class Sizes {

  private Sizes() {}

  static void check(Object value, RunLimits limits) {
    switch (value) {
      case RhaiString string -> DataSize.check(limits, 0, 0, string.bytes());
      case RhaiArray array -> array.dataSize().check(limits);
      case RhaiMap map -> map.dataSize().check(limits);
      case Blob blob -> DataSize.check(limits, blob.size(), 0, 0);
      case Tagged tagged -> check(tagged.value(), limits);
      case Cell cell -> check(cell.get(), limits);
      default -> {}
    }
  }
}

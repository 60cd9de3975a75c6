package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiRange;

/**
 * BasicBlobPackage: numbers read from blobs. Up to eight bytes are read; what is missing is taken
 * to be zeros behind them, which in big-endian order are the low bits.
 */
final class BlobReadFunctions {

  private BlobReadFunctions() {}

  @RhaiFunction
  static long parseLeInt(Blob blob, long start, long length) {
    return Long.reverseBytes(parseBeInt(blob, start, length));
  }

  @RhaiFunction
  static long parseLeInt(Blob blob, RhaiRange range) {
    return parseLeInt(blob, Slice.start(range), Slice.length(range));
  }

  @RhaiFunction
  static long parseBeInt(Blob blob, long start, long length) {
    Slice slice = Slice.of(blob.size(), start, length);
    int count = Math.min(slice.length(), Long.BYTES);
    long number = 0;
    for (int i = 0; i < count; i++) {
      number |= (long) blob.get(slice.start() + i) << (Long.SIZE - Byte.SIZE * (i + 1));
    }
    return number;
  }

  @RhaiFunction
  static long parseBeInt(Blob blob, RhaiRange range) {
    return parseBeInt(blob, Slice.start(range), Slice.length(range));
  }

  @RhaiFunction
  static double parseLeFloat(Blob blob, long start, long length) {
    return Double.longBitsToDouble(parseLeInt(blob, start, length));
  }

  @RhaiFunction
  static double parseLeFloat(Blob blob, RhaiRange range) {
    return parseLeFloat(blob, Slice.start(range), Slice.length(range));
  }

  @RhaiFunction
  static double parseBeFloat(Blob blob, long start, long length) {
    return Double.longBitsToDouble(parseBeInt(blob, start, length));
  }

  @RhaiFunction
  static double parseBeFloat(Blob blob, RhaiRange range) {
    return parseBeFloat(blob, Slice.start(range), Slice.length(range));
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiRange;

/** BasicBlobPackage: parts of blobs. {@link Slice} says which bytes a start and a length select. */
final class BlobSliceFunctions {

  private BlobSliceFunctions() {}

  /** Replaces a part; as in Rhai, an empty one is taken to be at the end. */
  @RhaiFunction(pure = false)
  static void splice(Blob blob, long start, long length, Blob replacement) {
    Slice slice = Slice.of(blob.size(), start, length);
    int from = slice.length() == 0 ? blob.size() : slice.start();
    blob.replaceRange(from, from + slice.length(), replacement.toByteArray());
  }

  @RhaiFunction(pure = false)
  static void splice(Blob blob, RhaiRange range, Blob replacement) {
    splice(blob, Slice.start(range), Slice.length(range), replacement);
  }

  @RhaiFunction(pure = false)
  static Blob extract(Blob blob, long start) {
    return extract(blob, start, Long.MAX_VALUE);
  }

  @RhaiFunction(pure = false)
  static Blob extract(Blob blob, long start, long length) {
    Slice slice = Slice.of(blob.size(), start, length);
    return blob.slice(slice.start(), slice.end());
  }

  @RhaiFunction(pure = false)
  static Blob extract(Blob blob, RhaiRange range) {
    return extract(blob, Slice.start(range), Slice.length(range));
  }

  /** Cuts the blob in two; the second part is the result. */
  @RhaiFunction(pure = false)
  static Blob split(Blob blob, long index) {
    return drain(blob, index, Long.MAX_VALUE);
  }

  @RhaiFunction(pure = false)
  static Blob drain(Blob blob, long start, long length) {
    Slice slice = Slice.of(blob.size(), start, length);
    return blob.removeRange(slice.start(), slice.end());
  }

  @RhaiFunction(pure = false)
  static Blob drain(Blob blob, RhaiRange range) {
    return drain(blob, Slice.start(range), Slice.length(range));
  }

  /** Keeps a part and returns the rest. Without a length nothing happens. */
  @RhaiFunction(pure = false)
  static Blob retain(Blob blob, long start, long length) {
    if (length <= 0) {
      return new Blob();
    }
    Slice slice = Slice.of(blob.size(), start, length);
    Blob rest = blob.removeRange(0, slice.start());
    rest.addAll(blob.removeRange(slice.length(), blob.size()));
    return rest;
  }

  @RhaiFunction(pure = false)
  static Blob retain(Blob blob, RhaiRange range) {
    return retain(blob, Slice.start(range), Slice.length(range));
  }
}

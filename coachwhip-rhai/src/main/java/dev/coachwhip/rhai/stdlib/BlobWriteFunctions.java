package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.nio.charset.StandardCharsets;

/**
 * BasicBlobPackage: numbers and text written into blobs, as much of them as fits. Of a number in
 * big-endian order the first bytes are the high ones.
 */
final class BlobWriteFunctions {

  private BlobWriteFunctions() {}

  @RhaiFunction(pure = false)
  static void writeBe(Blob blob, long start, long length, long value) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >> (Long.SIZE - Byte.SIZE * (i + 1)));
    }
    write(blob, start, length, bytes);
  }

  @RhaiFunction(pure = false)
  static void writeBe(Blob blob, RhaiRange range, long value) {
    writeBe(blob, Slice.start(range), Slice.length(range), value);
  }

  @RhaiFunction(pure = false)
  static void writeBe(Blob blob, long start, long length, double value) {
    writeBe(blob, start, length, Double.doubleToRawLongBits(value));
  }

  @RhaiFunction(pure = false)
  static void writeBe(Blob blob, RhaiRange range, double value) {
    writeBe(blob, range, Double.doubleToRawLongBits(value));
  }

  @RhaiFunction(pure = false)
  static void writeLe(Blob blob, long start, long length, long value) {
    writeBe(blob, start, length, Long.reverseBytes(value));
  }

  @RhaiFunction(pure = false)
  static void writeLe(Blob blob, RhaiRange range, long value) {
    writeBe(blob, range, Long.reverseBytes(value));
  }

  @RhaiFunction(pure = false)
  static void writeLe(Blob blob, long start, long length, double value) {
    writeLe(blob, start, length, Double.doubleToRawLongBits(value));
  }

  @RhaiFunction(pure = false)
  static void writeLe(Blob blob, RhaiRange range, double value) {
    writeLe(blob, range, Double.doubleToRawLongBits(value));
  }

  @RhaiFunction(pure = false)
  static void writeUtf8(Blob blob, long start, long length, RhaiString text) {
    write(blob, start, length, Utf8Text.encode(text.toString()));
  }

  @RhaiFunction(pure = false)
  static void writeUtf8(Blob blob, RhaiRange range, RhaiString text) {
    writeUtf8(blob, Slice.start(range), Slice.length(range), text);
  }

  /** Writes a text without the characters that are not ASCII. */
  @RhaiFunction(pure = false)
  static void writeAscii(Blob blob, long start, long length, RhaiString text) {
    StringBuilder ascii = new StringBuilder();
    text.toString().codePoints().filter(c -> c < 0x80).forEach(c -> ascii.append((char) c));
    write(blob, start, length, ascii.toString().getBytes(StandardCharsets.US_ASCII));
  }

  @RhaiFunction(pure = false)
  static void writeAscii(Blob blob, RhaiRange range, RhaiString text) {
    writeAscii(blob, Slice.start(range), Slice.length(range), text);
  }

  private static void write(Blob blob, long start, long length, byte[] bytes) {
    Slice slice = Slice.of(blob.size(), start, length);
    for (int i = 0; i < Math.min(slice.length(), bytes.length); i++) {
      blob.set(slice.start() + i, bytes[i]);
    }
  }
}

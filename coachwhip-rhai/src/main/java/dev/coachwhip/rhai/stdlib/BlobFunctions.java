package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Indices;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import java.util.Arrays;

/** BasicBlobPackage: blobs byte by byte. Bytes are numbers of which the lowest eight bits count. */
final class BlobFunctions {

  private BlobFunctions() {}

  @RhaiFunction
  static Blob blob() {
    return new Blob();
  }

  @RhaiFunction
  static Blob blob(Run run, long length) {
    return blob(run, length, 0);
  }

  @RhaiFunction
  static Blob blob(Run run, long length, long value) {
    checkSize(run, length, "Size of array/BLOB");
    return length <= 0 ? new Blob() : Blob.wrap(bytes(length, value));
  }

  private static byte[] bytes(long length, long value) {
    byte[] bytes = new byte[(int) length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static void checkSize(Run run, long length, String what) {
    long limit = run.limits().arraySize();
    if (length > Integer.MAX_VALUE || (limit > 0 && length > limit)) {
      throw RhaiError.dataTooLarge(what);
    }
  }

  @RhaiFunction
  static RhaiArray toArray(Blob blob) {
    RhaiArray array = new RhaiArray(blob.size());
    for (int i = 0; i < blob.size(); i++) {
      array.add((long) blob.get(i));
    }
    return array;
  }

  @RhaiFunction
  static RhaiString asString(Blob blob) {
    return RhaiString.of(Utf8Text.decode(blob.toByteArray()));
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long len(Blob blob) {
    return blob.size();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isEmpty(Blob blob) {
    return blob.isEmpty();
  }

  @RhaiFunction
  static boolean contains(Blob blob, long value) {
    int wanted = (int) value & 0xff;
    for (int i = 0; i < blob.size(); i++) {
      if (blob.get(i) == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Returns a byte; 0 if there is none. */
  @RhaiFunction
  static long get(Blob blob, long index) {
    int position = Indices.clampStart(index, blob.size());
    return position < blob.size() ? blob.get(position) : 0;
  }

  @RhaiFunction(pure = false)
  static void set(Blob blob, long index, long value) {
    int position = Indices.clampStart(index, blob.size());
    if (position < blob.size()) {
      blob.set(position, value);
    }
  }

  @RhaiFunction(pure = false)
  @RhaiFunction(name = "append", pure = false)
  static void push(Blob blob, long value) {
    blob.add(value);
  }

  @RhaiFunction(pure = false)
  static void append(Blob blob, Blob more) {
    blob.addAll(more);
  }

  @RhaiFunction(pure = false)
  static void append(Blob blob, RhaiString more) {
    blob.addAll(Utf8Text.encode(more.toString()));
  }

  @RhaiFunction(pure = false)
  static void append(Blob blob, RhaiCharacter more) {
    blob.addAll(Utf8Text.encode(more.toString()));
  }

  @RhaiFunction(pure = false)
  static void insert(Blob blob, long index, long value) {
    int position = Indices.clampStart(index, blob.size());
    blob.replaceRange(position, position, new byte[] {(byte) value});
  }

  @RhaiFunction(pure = false)
  static void pad(Run run, Blob blob, long length, long value) {
    checkSize(run, length, "Size of BLOB");
    if (length > blob.size()) {
      blob.addAll(bytes(length - blob.size(), value));
    }
  }

  /** Takes the last byte off; 0 if there is none. */
  @RhaiFunction(pure = false)
  static long pop(Blob blob) {
    return removeAt(blob, blob.size() - 1);
  }

  /** Takes the first byte off; 0 if there is none. */
  @RhaiFunction(pure = false)
  static long shift(Blob blob) {
    return removeAt(blob, blob.isEmpty() ? -1 : 0);
  }

  @RhaiFunction(pure = false)
  static long remove(Blob blob, long index) {
    return removeAt(blob, Indices.find(index, blob.size()));
  }

  private static long removeAt(Blob blob, int position) {
    return position < 0 ? 0 : blob.removeRange(position, position + 1).get(0);
  }

  @RhaiFunction(pure = false)
  static void clear(Blob blob) {
    blob.clear();
  }

  @RhaiFunction(pure = false)
  static void truncate(Blob blob, long length) {
    blob.removeRange(Math.clamp(length, 0, blob.size()), blob.size());
  }

  /** Keeps the last bytes. */
  @RhaiFunction(pure = false)
  static void chop(Blob blob, long length) {
    blob.removeRange(0, blob.size() - Math.clamp(length, 0, blob.size()));
  }

  @RhaiFunction(pure = false)
  static void reverse(Blob blob) {
    for (int i = 0, j = blob.size() - 1; i < j; i++, j--) {
      int low = blob.get(i);
      blob.set(i, blob.get(j));
      blob.set(j, low);
    }
  }
}

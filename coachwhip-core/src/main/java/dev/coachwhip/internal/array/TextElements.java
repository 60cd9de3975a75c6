package dev.coachwhip.internal.array;

import dev.coachwhip.spi.DType;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** NumPy's {@code str} of a fixed length in code points; zeros at the end are not part of it. */
final class TextElements extends Elements {

  private final Words words;
  private final int length;

  TextElements(DType dtype) {
    super(dtype);
    this.words = new Words(dtype.isSwapped());
    this.length = dtype.itemBytes() / Integer.BYTES;
  }

  @Override
  public Object get(MemorySegment memory, long offset) {
    int[] codePoints = new int[length];
    int end = 0;
    for (int i = 0; i < length; i++) {
      codePoints[i] = words.getInt(memory, offset + (long) i * Integer.BYTES);
      if (codePoints[i] != 0) {
        requireText(codePoints[i]);
        end = i + 1;
      }
    }
    return new String(codePoints, 0, end);
  }

  private void requireText(int codePoint) {
    if (!isText(codePoint)) {
      throw notExact("String", "with the code point " + Integer.toHexString(codePoint));
    }
  }

  /** Lone surrogates are no text, and scripts can put any number into the memory. */
  private static boolean isText(int codePoint) {
    return Character.isValidCodePoint(codePoint)
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }

  @Override
  public void set(MemorySegment memory, long offset, @Nullable Object value) {
    if (!(value instanceof String text)) {
      throw doesNotFit(value);
    }
    int[] codePoints = text.codePoints().toArray();
    if (!fits(codePoints)) {
      throw doesNotFit("String", "'" + text + "'");
    }
    for (int i = 0; i < length; i++) {
      int codePoint = i < codePoints.length ? codePoints[i] : 0;
      words.setInt(memory, offset + (long) i * Integer.BYTES, codePoint);
    }
  }

  /** A zero at the end would not come back. */
  private boolean fits(int[] codePoints) {
    int n = codePoints.length;
    for (int codePoint : codePoints) {
      if (!isText(codePoint)) {
        return false;
      }
    }
    return n <= length && (n == 0 || codePoints[n - 1] != 0);
  }
}

package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyRefs;
import dev.coachwhip.python.ffi.PyUnicodes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a compact str from its memory: length, a word of flags, then the characters in one, two or
 * four bytes each. The layout is proved at start on strings of every kind; where none of the known
 * ones fits, {@link #read} always declines.
 *
 * @param kindShift where in the flags the bytes per character stand, three bits
 * @param compactBit set if the characters follow the header
 * @param asciiBit set if they are all ASCII, and follow the shorter header
 * @param asciiHeader size of that header
 * @param header size of the header otherwise
 */
record StringLayout(int kindShift, int compactBit, int asciiBit, int asciiHeader, int header) {

  private static final long LENGTH_OFFSET = 16;
  private static final long FLAGS_OFFSET = 32;

  private static final StringLayout[] KNOWN = {
    new StringLayout(16, 19, 20, 40, 56), // 3.14
    new StringLayout(2, 5, 6, 40, 56), // 3.12, 3.13
    new StringLayout(2, 5, 6, 48, 72), // 3.10, 3.11
  };

  private static final String[] SAMPLES = {
    "", "a", "coachwhip", "caf\u00e9", "\u0416\u0435\u0440\u0430\u0440", "\ud83d\udc0dx\u00e9"
  };

  private static final @Nullable StringLayout PROVED = prove();

  private static @Nullable StringLayout prove() {
    for (StringLayout layout : KNOWN) {
      if (fitsAll(layout)) {
        return layout;
      }
    }
    return null;
  }

  private static boolean fitsAll(StringLayout layout) {
    for (String sample : SAMPLES) {
      long str =
          Raised.check(PyUnicodes.PyUnicode_InternFromString(NativeMemory.stringForever(sample)));
      boolean fits = sample.equals(layout.readCompact(str));
      PyRefs.Py_DecRef(str);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text, or null where only Python can tell. Attached. */
  static @Nullable String read(long str) {
    return PROVED == null ? null : PROVED.readCompact(str);
  }

  private @Nullable String readCompact(long str) {
    int flags = NativeMemory.getInt(str + FLAGS_OFFSET);
    long length = NativeMemory.getLong(str + LENGTH_OFFSET);
    if ((flags >>> compactBit & 1) == 0 || length < 0 || length > Integer.MAX_VALUE / 4) {
      return null;
    }
    int count = (int) length;
    long start = str + ((flags >>> asciiBit & 1) != 0 ? asciiHeader : header);
    return switch (flags >>> kindShift & 7) {
      case 1 -> new String(NativeMemory.getBytes(start, count), StandardCharsets.ISO_8859_1);
      case 2 -> basicPlane(NativeMemory.getChars(start, count));
      case 4 -> allPlanes(NativeMemory.getInts(start, count));
      default -> null;
    };
  }

  private static @Nullable String basicPlane(char[] chars) {
    return hasSurrogate(chars) ? null : new String(chars);
  }

  /** Without a branch for each character, so that the compiler takes many at a time. */
  private static boolean hasSurrogate(char[] chars) {
    int found = 0;
    for (char c : chars) {
      found |= (c ^ Character.MIN_SURROGATE) - 0x800; // negative only for the 2048 surrogates
    }
    return found < 0;
  }

  private static @Nullable String allPlanes(int[] codePoints) {
    for (int c : codePoints) {
      if (!Character.isValidCodePoint(c)
          || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
        return null;
      }
    }
    return new String(codePoints, 0, codePoints.length);
  }
}

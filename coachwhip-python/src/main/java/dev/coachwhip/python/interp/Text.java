package dev.coachwhip.python.interp;

import dev.coachwhip.python.ffi.NativeMemory;
import dev.coachwhip.python.ffi.PyUnicodes;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Text between Java and Python. ASCII goes as bytes, the rest of the basic plane as 16-bit units,
 * which is several times faster than UTF-8. Attached.
 */
public final class Text {

  private static final int UCS_2 = 2;

  private static final Map<String, Long> FOREVER = new ConcurrentHashMap<>();

  private Text() {}

  /**
   * Makes a str.
   *
   * @return a new reference
   * @throws LoneSurrogateException if the text has half of a surrogate pair, which is no character
   */
  public static long toPython(String text, Attachment attachment) {
    if (mayBeAscii(text)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      // One byte for each unit: ASCII, unless a lone surrogate became a question mark.
      if (utf8.length == text.length()
          && text.equals(new String(utf8, StandardCharsets.ISO_8859_1))) {
        return fromUtf8(utf8, attachment);
      }
    }
    char[] chars = text.toCharArray();
    return hasPairs(chars)
        ? fromUtf8(text.getBytes(StandardCharsets.UTF_8), attachment)
        : fromChars(chars, attachment);
  }

  /** Looks at both ends only, where text of another alphabet mostly has a letter of it. */
  private static boolean mayBeAscii(String text) {
    int last = text.length() - 1;
    return last < 0 || (text.charAt(0) < 0x80 && text.charAt(last) < 0x80);
  }

  private static long fromChars(char[] chars, Attachment attachment) {
    long bytes = 2L * chars.length;
    if (bytes <= Attachment.SCRATCH_BYTES) {
      return fromChars(chars, attachment.scratch());
    }
    try (Arena arena = Arena.ofConfined()) {
      return fromChars(chars, arena.allocate(bytes, 2).address());
    }
  }

  private static long fromChars(char[] chars, long copy) {
    NativeMemory.putChars(copy, chars);
    return Raised.check(PyUnicodes.PyUnicode_FromKindAndData(UCS_2, copy, chars.length));
  }

  private static long fromUtf8(byte[] utf8, Attachment attachment) {
    if (utf8.length <= Attachment.SCRATCH_BYTES) {
      NativeMemory.putBytes(attachment.scratch(), utf8);
      return Raised.check(
          PyUnicodes.PyUnicode_FromStringAndSize(attachment.scratch(), utf8.length));
    }
    try (Arena arena = Arena.ofConfined()) {
      long copy = arena.allocate(utf8.length).address();
      NativeMemory.putBytes(copy, utf8);
      return Raised.check(PyUnicodes.PyUnicode_FromStringAndSize(copy, utf8.length));
    }
  }

  private static boolean hasPairs(char[] chars) {
    boolean pairs = false;
    int i = 0;
    while (i < chars.length) {
      if (!Character.isSurrogate(chars[i])) {
        i++;
        continue;
      }
      boolean whole =
          Character.isHighSurrogate(chars[i])
              && i + 1 < chars.length
              && Character.isLowSurrogate(chars[i + 1]);
      if (!whole) {
        throw new LoneSurrogateException(chars[i], i);
      }
      pairs = true;
      i += 2;
    }
    return pairs;
  }

  /**
   * Reads a str.
   *
   * @param str borrowed; of class {@code str} or a subclass
   * @throws LoneSurrogateException if it has a lone surrogate, as file names that are not text do
   */
  public static String toJava(long str, Attachment attachment) {
    String text = StringLayout.read(str);
    return text != null ? text : throughUtf8(str, attachment);
  }

  private static String throughUtf8(long str, Attachment attachment) {
    long size = attachment.scratch();
    long utf8 = PyUnicodes.PyUnicode_AsUTF8AndSize(str, size);
    if (utf8 == 0) {
      dev.coachwhip.python.ffi.PyErrors.PyErr_Clear();
      throw new LoneSurrogateException();
    }
    byte[] bytes = NativeMemory.getBytes(utf8, Math.toIntExact(NativeMemory.getLong(size)));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Returns a str that lives for ever and whose address may be kept, such as an attribute's name;
   * for the same text the same one.
   */
  public static long forever(String ascii) {
    return FOREVER.computeIfAbsent(ascii, Text::intern); // which runs no Python code
  }

  private static long intern(String ascii) {
    return Raised.check(PyUnicodes.PyUnicode_InternFromString(NativeMemory.stringForever(ascii)));
  }
}

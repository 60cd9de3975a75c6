package dev.coachwhip.rhai.runtime;

/** {@code s[a..b]} and writing into strings. Errors have no position. */
final class StringSlices {

  private StringSlices() {}

  // An end too large is clamped, one too negative is 0; a start too negative is an error.
  private static long start(RhaiString string, RhaiRange range) {
    long start = range.start();
    if (start >= 0) {
      return start;
    }
    int found = Indices.find(start, string.length());
    if (found < 0) {
      throw RhaiError.stringBounds(string.length(), start);
    }
    return found;
  }

  private static long end(RhaiString string, RhaiRange range) {
    long end = range.end();
    return end >= 0 ? end : Math.max(0, Indices.find(end, string.length()));
  }

  static RhaiString get(RhaiString string, RhaiRange range) {
    int length = string.length();
    if (length == 0) {
      return string;
    }
    long start = start(string, range);
    long end = end(string, range);
    if (range.inclusive()) {
      if (end <= start && !(start == 0 && end >= length - 1L)) {
        // Rhai's own: an inclusive slice of one character is empty, but for a whole string of one.
        return RhaiString.EMPTY;
      }
      end = Math.min(end, length - 1L) + 1;
    }
    end = Math.min(end, length);
    return start >= end ? RhaiString.EMPTY : string.slice((int) start, (int) end);
  }

  static RhaiString set(RhaiString string, RhaiRange range, Object value) {
    int length = string.length();
    String replacement = Display.rustText(value);
    if (length == 0) {
      return RhaiString.of(replacement);
    }
    long start = start(string, range);
    long end = end(string, range);
    if (range.inclusive()) {
      end = Math.min(end, length - 1L) + 1;
    }
    String text = string.toString();
    String head = text.substring(0, string.unitOffset((int) Math.min(start, length)));
    String tail = text.substring(string.unitOffset((int) Math.min(end, length)));
    return RhaiString.of(head + replacement + tail);
  }

  static RhaiString set(RhaiString string, long index, int character) {
    // Rhai's own: writing at -n replaces the n-th character from the start, if there is one.
    long position = Math.abs(index);
    if (position >= string.length()) {
      return string;
    }
    String text = string.toString();
    int begin = string.unitOffset((int) position);
    int end = string.unitOffset((int) position + 1);
    String head = text.substring(0, begin);
    return RhaiString.of(head + Character.toString(character) + text.substring(end));
  }
}

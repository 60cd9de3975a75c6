package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Characters and slices of strings, by the book: strings are arrays of code points here. */
final class Strings {

  private Strings() {}

  static Object read(Object string, Object index) {
    int[] characters = characters(string);
    if (index instanceof RhaiRange range) {
      return slice((RhaiString) string, characters, range);
    }
    long i = (Long) index;
    long position = i >= 0 ? i : characters.length + i;
    if (position < 0 || position >= characters.length) {
      throw RhaiError.stringBounds(characters.length, i);
    }
    return RhaiCharacter.of(characters[(int) position]);
  }

  private static RhaiString slice(RhaiString string, int[] characters, RhaiRange range) {
    int length = characters.length;
    if (length == 0) {
      return string;
    }
    long start = start(length, range);
    long end = end(length, range);
    long last = range.inclusive() ? length - 1L : length;
    if (start == 0 && end >= last) {
      return string;
    }
    long take = Math.max(0, end - start);
    if (range.inclusive() && take > 0) {
      take++;
    }
    return text(Arrays.stream(characters).skip(start).limit(take));
  }

  private static long start(int length, RhaiRange range) {
    long start = range.start();
    if (start >= 0) {
      return start;
    }
    if (-start > length || start == Long.MIN_VALUE) {
      throw RhaiError.stringBounds(length, start);
    }
    return length + start;
  }

  private static long end(int length, RhaiRange range) {
    long end = range.end();
    return end >= 0 ? end : Math.max(0, length + end);
  }

  static Object write(Object string, Object index, Object part) {
    int[] characters = characters(string);
    if (index instanceof RhaiRange range) {
      return replaced(characters, range, Display.rustText(part));
    }
    if (!(part instanceof RhaiCharacter character)) {
      throw RhaiError.mismatchOf("char", part);
    }
    // Rhai counts from the start here, also where reading counts from the end.
    long position = Math.abs((Long) index);
    if (position < characters.length) {
      characters[(int) position] = character.codePoint();
    }
    return text(Arrays.stream(characters));
  }

  private static RhaiString replaced(int[] characters, RhaiRange range, String replacement) {
    int length = characters.length;
    long start = length == 0 ? 0 : start(length, range);
    long end = length == 0 ? 0 : end(length, range);
    long rest = range.inclusive() && length > 0 ? Math.min(end, length - 1L) + 1 : end;
    IntStream head = Arrays.stream(characters).limit(start);
    IntStream tail = Arrays.stream(characters).skip(Math.min(rest, length));
    return text(IntStream.concat(head, IntStream.concat(replacement.codePoints(), tail)));
  }

  private static int[] characters(Object string) {
    return string.toString().codePoints().toArray();
  }

  private static RhaiString text(IntStream characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::appendCodePoint);
    return RhaiString.of(text.toString());
  }
}

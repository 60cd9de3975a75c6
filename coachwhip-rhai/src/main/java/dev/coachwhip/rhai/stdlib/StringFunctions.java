package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Indices;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiFunction.Kind;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.TextSearch;
import dev.coachwhip.rhai.runtime.Unit;

/** MoreStringPackage: what strings are and hold. */
final class StringFunctions {

  private static final long NOT_FOUND = -1;

  private StringFunctions() {}

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long len(RhaiString string) {
    return string.length();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static long bytes(RhaiString string) {
    return string.bytes();
  }

  @RhaiFunction
  @RhaiFunction(kind = Kind.GETTER)
  static boolean isEmpty(RhaiString string) {
    return string.isEmpty();
  }

  @RhaiFunction
  static boolean contains(RhaiString string, RhaiString part) {
    return TextSearch.contains(string.toString(), part.toString());
  }

  @RhaiFunction
  static boolean contains(RhaiString string, RhaiCharacter character) {
    return string.toString().indexOf(character.codePoint()) >= 0;
  }

  @RhaiFunction
  static boolean startsWith(RhaiString string, RhaiString part) {
    return string.toString().startsWith(part.toString());
  }

  @RhaiFunction
  static boolean startsWith(RhaiString string, RhaiCharacter character) {
    return string.toString().startsWith(character.toString());
  }

  @RhaiFunction
  static boolean endsWith(RhaiString string, RhaiString part) {
    return string.toString().endsWith(part.toString());
  }

  @RhaiFunction
  static boolean endsWith(RhaiString string, RhaiCharacter character) {
    return string.toString().endsWith(character.toString());
  }

  @RhaiFunction
  static long indexOf(RhaiString string, RhaiString part) {
    return indexOf(string, part.toString(), 0);
  }

  @RhaiFunction
  static long indexOf(RhaiString string, RhaiCharacter character) {
    return indexOf(string, character.toString(), 0);
  }

  @RhaiFunction
  static long indexOf(RhaiString string, RhaiString part, long start) {
    return indexOf(string, part.toString(), start);
  }

  @RhaiFunction
  static long indexOf(RhaiString string, RhaiCharacter character, long start) {
    return indexOf(string, character.toString(), start);
  }

  private static long indexOf(RhaiString string, String part, long start) {
    int length = string.length();
    if (start >= length || length == 0) {
      return NOT_FOUND; // the empty string holds nothing, not even itself
    }
    int first = Indices.clampStart(start, length);
    String text = string.toString();
    int from = string.unitOffset(first);
    int found = TextSearch.indexOf(text, part, from);
    return found < 0 ? NOT_FOUND : first + text.codePointCount(from, found);
  }

  /** Returns the character at an index; unit if there is none. */
  @RhaiFunction
  static Object get(RhaiString string, long index) {
    int position = Indices.find(index, string.length());
    return position < 0 ? Unit.UNIT : RhaiCharacter.of(string.codePointAt(position));
  }

  @RhaiFunction
  static RhaiString subString(RhaiString string, long start) {
    return subString(string, start, Long.MAX_VALUE);
  }

  @RhaiFunction
  static RhaiString subString(RhaiString string, long start, long length) {
    Slice slice = Slice.of(string.length(), start, length);
    return string.slice(slice.start(), slice.end());
  }

  @RhaiFunction
  static RhaiString subString(RhaiString string, RhaiRange range) {
    return subString(string, Slice.start(range), Slice.length(range));
  }

  @RhaiFunction
  static Blob toBlob(RhaiString string) {
    return Blob.wrap(Utf8Text.encode(string.toString()));
  }

  @RhaiFunction
  static RhaiArray toChars(RhaiString string) {
    RhaiArray characters = new RhaiArray(string.length());
    string.toString().codePoints().forEach(c -> characters.add(RhaiCharacter.of(c)));
    return characters;
  }

  @RhaiFunction
  static RhaiString max(RhaiString x, RhaiString y) {
    return x.compareTo(y) >= 0 ? x : y;
  }

  @RhaiFunction
  static RhaiString min(RhaiString x, RhaiString y) {
    return x.compareTo(y) <= 0 ? x : y;
  }

  @RhaiFunction
  static RhaiCharacter max(RhaiCharacter x, RhaiCharacter y) {
    return x.compareTo(y) >= 0 ? x : y;
  }

  @RhaiFunction
  static RhaiCharacter min(RhaiCharacter x, RhaiCharacter y) {
    return x.compareTo(y) <= 0 ? x : y;
  }
}

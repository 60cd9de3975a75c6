package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Indices;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.TextSearch;
import dev.coachwhip.rhai.runtime.Unit;

/** MoreStringPackage: what changes a string in its place. */
final class StringEditFunctions {

  private StringEditFunctions() {}

  @RhaiFunction(pure = false)
  static void clear(Ref<RhaiString> string) {
    string.set(RhaiString.EMPTY);
  }

  @RhaiFunction(pure = false)
  static void truncate(Ref<RhaiString> string, long length) {
    crop(string, 0, length);
  }

  @RhaiFunction(pure = false)
  static void trim(Ref<RhaiString> string) {
    string.set(RhaiString.of(WhiteSpace.trim(string.get().toString())));
  }

  @RhaiFunction(pure = false)
  static void crop(Ref<RhaiString> string, long start) {
    crop(string, start, Long.MAX_VALUE);
  }

  @RhaiFunction(pure = false)
  static void crop(Ref<RhaiString> string, long start, long length) {
    string.set(StringFunctions.subString(string.get(), start, length));
  }

  @RhaiFunction(pure = false)
  static void crop(Ref<RhaiString> string, RhaiRange range) {
    crop(string, Slice.start(range), Slice.length(range));
  }

  /** Takes the last character off; unit if there is none. */
  @RhaiFunction(pure = false)
  static Object pop(Ref<RhaiString> string) {
    RhaiString whole = string.get();
    int length = whole.length();
    if (length == 0) {
      return Unit.UNIT;
    }
    string.set(whole.withoutLast());
    return RhaiCharacter.of(whole.codePointAt(length - 1));
  }

  /** Takes the last characters off, at most as many as there are. */
  @RhaiFunction(pure = false)
  static RhaiString pop(Ref<RhaiString> string, long count) {
    RhaiString whole = string.get();
    int length = whole.length();
    int cut = length - Math.clamp(count, 0, length);
    string.set(whole.slice(0, cut));
    return whole.slice(cut, length);
  }

  @RhaiFunction(pure = false)
  static void set(Ref<RhaiString> string, long index, RhaiCharacter character) {
    RhaiString whole = string.get();
    int position = Indices.find(index, whole.length());
    if (position >= 0) {
      String text = whole.toString();
      String head = text.substring(0, whole.unitOffset(position));
      String tail = text.substring(whole.unitOffset(position + 1));
      string.set(RhaiString.of(head + character + tail));
    }
  }

  @RhaiFunction(pure = false)
  static void remove(Ref<RhaiString> string, RhaiString part) {
    if (!part.isEmpty()) {
      replace(string, part.toString(), "");
    }
  }

  @RhaiFunction(pure = false)
  static void remove(Ref<RhaiString> string, RhaiCharacter character) {
    replace(string, character.toString(), "");
  }

  @RhaiFunction(pure = false)
  static void replace(Ref<RhaiString> string, RhaiString part, RhaiString replacement) {
    replace(string, part.toString(), replacement.toString());
  }

  @RhaiFunction(pure = false)
  static void replace(Ref<RhaiString> string, RhaiString part, RhaiCharacter replacement) {
    replace(string, part.toString(), replacement.toString());
  }

  @RhaiFunction(pure = false)
  static void replace(Ref<RhaiString> string, RhaiCharacter part, RhaiString replacement) {
    replace(string, part.toString(), replacement.toString());
  }

  @RhaiFunction(pure = false)
  static void replace(Ref<RhaiString> string, RhaiCharacter part, RhaiCharacter replacement) {
    replace(string, part.toString(), replacement.toString());
  }

  private static void replace(Ref<RhaiString> string, String part, String replacement) {
    String text = string.get().toString();
    if (!text.isEmpty()) {
      // Where nothing is replaced by something, Java counts UTF-16 units and Rhai characters.
      String result =
          part.isEmpty()
              ? String.join(replacement, Pieces.forward(text, part, Long.MAX_VALUE))
              : TextSearch.replace(text, part, replacement);
      string.set(RhaiString.of(result));
    }
  }

  @RhaiFunction(pure = false)
  static void pad(Run run, Ref<RhaiString> string, long length, RhaiCharacter character) {
    pad(run, string, length, RhaiString.of(character.codePoint()));
  }

  /** Adds a text again and again, the last time as much of it as fits. */
  @RhaiFunction(pure = false)
  static void pad(Run run, Ref<RhaiString> string, long length, RhaiString padding) {
    long limit = run.limits().stringBytes();
    if (length > Integer.MAX_VALUE || (limit > 0 && length > limit)) {
      throw RhaiError.dataTooLarge("Length of string");
    }
    RhaiString whole = string.get();
    if (length <= whole.length() || padding.isEmpty()) {
      return;
    }
    long missing = length - whole.length();
    int times = (int) (missing / padding.length());
    int rest = (int) (missing % padding.length());
    StringBuilder text = new StringBuilder(whole.toString());
    text.repeat(padding.toString(), times).append(padding.slice(0, rest));
    string.set(RhaiString.of(text.toString()));
    run.checkSize(string.get(), 0, 0);
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiFunction;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.util.Locale;

/** MoreStringPackage: upper and lower case, by Unicode's rules for no language in particular. */
final class LetterCaseFunctions {

  private LetterCaseFunctions() {}

  @RhaiFunction
  static RhaiString toUpper(RhaiString string) {
    return RhaiString.of(string.toString().toUpperCase(Locale.ROOT));
  }

  @RhaiFunction
  static RhaiString toLower(RhaiString string) {
    return RhaiString.of(string.toString().toLowerCase(Locale.ROOT));
  }

  @RhaiFunction(pure = false)
  static void makeUpper(Ref<RhaiString> string) {
    string.set(toUpper(string.get()));
  }

  @RhaiFunction(pure = false)
  static void makeLower(Ref<RhaiString> string) {
    string.set(toLower(string.get()));
  }

  @RhaiFunction
  static RhaiCharacter toUpper(RhaiCharacter character) {
    return single(character, character.toString().toUpperCase(Locale.ROOT));
  }

  @RhaiFunction
  static RhaiCharacter toLower(RhaiCharacter character) {
    return single(character, character.toString().toLowerCase(Locale.ROOT));
  }

  @RhaiFunction(name = "make_upper", pure = false)
  static void makeCharacterUpper(Ref<RhaiCharacter> character) {
    character.set(toUpper(character.get()));
  }

  @RhaiFunction(name = "make_lower", pure = false)
  static void makeCharacterLower(Ref<RhaiCharacter> character) {
    character.set(toLower(character.get()));
  }

  /** Returns what a character becomes; itself if that is more than one. */
  private static RhaiCharacter single(RhaiCharacter character, String mapped) {
    int first = mapped.codePointAt(0);
    return mapped.length() == Character.charCount(first) ? RhaiCharacter.of(first) : character;
  }
}

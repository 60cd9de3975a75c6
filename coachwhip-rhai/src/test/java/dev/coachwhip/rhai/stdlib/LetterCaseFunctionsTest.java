package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.junit.jupiter.api.Test;

class LetterCaseFunctionsTest {

  @Test
  void toUpper_string_mayGetLonger() {
    assertThat(LetterCaseFunctions.toUpper(RhaiString.of("straße ﬁ"))).hasToString("STRASSE FI");
  }

  @Test
  void toLower_sigmaAtTheEnd_isTheFinalOne() {
    assertThat(LetterCaseFunctions.toLower(RhaiString.of("ΑΣ ΣΑ"))).hasToString("ας σα");
  }

  @Test
  void toUpper_characterOfSeveral_stays() {
    RhaiCharacter sharp = RhaiCharacter.of('ß');
    assertThat(LetterCaseFunctions.toUpper(sharp)).isEqualTo(sharp);
    assertThat(LetterCaseFunctions.toLower(RhaiCharacter.of('İ'))).isEqualTo(RhaiCharacter.of('İ'));
    assertThat(LetterCaseFunctions.toUpper(RhaiCharacter.of('ñ'))).isEqualTo(RhaiCharacter.of('Ñ'));
    assertThat(LetterCaseFunctions.toLower(RhaiCharacter.of('Σ'))).isEqualTo(RhaiCharacter.of('σ'));
  }

  @Test
  void make_replacesTheReceiver() {
    Ref<RhaiString> text = new Ref<>(RhaiString.of("aB"));
    LetterCaseFunctions.makeUpper(text);
    assertThat(text.get()).hasToString("AB");
    LetterCaseFunctions.makeLower(text);
    assertThat(text.get()).hasToString("ab");
    Ref<RhaiCharacter> character = new Ref<>(RhaiCharacter.of('q'));
    LetterCaseFunctions.makeCharacterUpper(character);
    assertThat(character.get()).hasToString("Q");
    LetterCaseFunctions.makeCharacterLower(character);
    assertThat(character.get()).hasToString("q");
  }
}

package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;

class StringFunctionsTest {

  private static final RhaiString TEXT = RhaiString.of("añ🙂za");
  private static final RhaiString EMPTY = RhaiString.EMPTY;

  @Test
  void len_characters_notBytes() {
    assertThat(StringFunctions.len(TEXT)).isEqualTo(5);
    assertThat(StringFunctions.bytes(TEXT)).isEqualTo(9);
    assertThat(StringFunctions.isEmpty(TEXT)).isFalse();
    assertThat(StringFunctions.isEmpty(EMPTY)).isTrue();
  }

  @Test
  void contains_partOrCharacter_isFound() {
    assertThat(StringFunctions.contains(TEXT, RhaiString.of("ñ🙂"))).isTrue();
    assertThat(StringFunctions.contains(TEXT, RhaiCharacter.of("🙂".codePointAt(0)))).isTrue();
    assertThat(StringFunctions.contains(TEXT, RhaiCharacter.of('b'))).isFalse();
    assertThat(StringFunctions.contains(TEXT, EMPTY)).isTrue();
  }

  @Test
  void startsAndEndsWith_character_isTheFirstAndLast() {
    assertThat(StringFunctions.startsWith(TEXT, RhaiCharacter.of('a'))).isTrue();
    assertThat(StringFunctions.startsWith(TEXT, RhaiString.of("añ🙂"))).isTrue();
    assertThat(StringFunctions.startsWith(TEXT, RhaiCharacter.of('z'))).isFalse();
    assertThat(StringFunctions.endsWith(TEXT, RhaiString.of("za"))).isTrue();
    assertThat(StringFunctions.endsWith(TEXT, RhaiCharacter.of('z'))).isFalse();
  }

  @Test
  void indexOf_part_countsCharacters() {
    assertThat(StringFunctions.indexOf(TEXT, RhaiString.of("za"))).isEqualTo(3);
    assertThat(StringFunctions.indexOf(TEXT, RhaiCharacter.of('b'))).isEqualTo(-1);
    assertThat(StringFunctions.indexOf(TEXT, EMPTY)).isZero();
    assertThat(StringFunctions.indexOf(EMPTY, EMPTY)).isEqualTo(-1);
  }

  @Test
  void indexOf_start_isClampedBelowButNotAbove() {
    RhaiCharacter a = RhaiCharacter.of('a');
    assertThat(StringFunctions.indexOf(TEXT, a, 1)).isEqualTo(4);
    assertThat(StringFunctions.indexOf(TEXT, a, -1)).isEqualTo(4);
    assertThat(StringFunctions.indexOf(TEXT, a, -99)).isZero();
    assertThat(StringFunctions.indexOf(TEXT, a, Long.MIN_VALUE)).isZero();
    assertThat(StringFunctions.indexOf(TEXT, a, 5)).isEqualTo(-1);
    assertThat(StringFunctions.indexOf(TEXT, EMPTY, 5)).isEqualTo(-1);
    assertThat(StringFunctions.indexOf(TEXT, RhaiString.of("z"), 2)).isEqualTo(3);
  }

  @Test
  void get_outside_isUnit() {
    assertThat(StringFunctions.get(TEXT, 1)).isEqualTo(RhaiCharacter.of('ñ'));
    assertThat(StringFunctions.get(TEXT, -2)).isEqualTo(RhaiCharacter.of('z'));
    assertThat(StringFunctions.get(TEXT, 5)).isEqualTo(Unit.UNIT);
    assertThat(StringFunctions.get(TEXT, -6)).isEqualTo(Unit.UNIT);
  }

  @Test
  void subString_startAndLength_areCutDown() {
    assertThat(StringFunctions.subString(TEXT, 1, 2)).hasToString("ñ🙂");
    assertThat(StringFunctions.subString(TEXT, -2, 9)).hasToString("za");
    assertThat(StringFunctions.subString(TEXT, -9, 1)).hasToString("a");
    assertThat(StringFunctions.subString(TEXT, 2)).hasToString("🙂za");
    assertThat(StringFunctions.subString(TEXT, 1, -1)).hasToString("");
    assertThat(StringFunctions.subString(TEXT, 5, 1)).hasToString("");
  }

  @Test
  void subString_range_neverCountsFromTheEnd() {
    assertThat(StringFunctions.subString(TEXT, RhaiRange.exclusive(-2, 2))).hasToString("añ");
    assertThat(StringFunctions.subString(TEXT, RhaiRange.inclusive(3, 99))).hasToString("za");
    // An inclusive range holds at least its start.
    assertThat(StringFunctions.subString(TEXT, RhaiRange.inclusive(1, 0))).hasToString("ñ");
    assertThat(StringFunctions.subString(TEXT, RhaiRange.exclusive(1, 0))).hasToString("");
  }

  @Test
  void toBlob_text_isUtf8() {
    assertThat(StringFunctions.toBlob(RhaiString.of("ñ"))).hasToString("[c3b1]");
  }

  @Test
  void toChars_text_isAnArrayOfCharacters() {
    assertThat(StringFunctions.toChars(RhaiString.of("a🙂")).toArray())
        .containsExactly(RhaiCharacter.of('a'), RhaiCharacter.of("🙂".codePointAt(0)));
    assertThat(StringFunctions.toChars(EMPTY).toArray()).isEqualTo(array().toArray());
  }

  @Test
  void minAndMax_orderByCodePoints() {
    RhaiString smiley = RhaiString.of("🙂");
    RhaiString high = RhaiString.of("\uffee"); // behind the surrogates, but before the smiley
    assertThat(StringFunctions.max(smiley, high)).isSameAs(smiley);
    assertThat(StringFunctions.min(smiley, high)).isSameAs(high);
    assertThat(StringFunctions.max(RhaiCharacter.of('a'), RhaiCharacter.of('b')))
        .isEqualTo(RhaiCharacter.of('b'));
    assertThat(StringFunctions.min(RhaiCharacter.of('a'), RhaiCharacter.of('b')))
        .isEqualTo(RhaiCharacter.of('a'));
  }
}

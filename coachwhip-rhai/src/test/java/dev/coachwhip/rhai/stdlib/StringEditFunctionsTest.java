package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StringEditFunctionsTest {

  private static String after(String text, Consumer<Ref<RhaiString>> edit) {
    Ref<RhaiString> string = new Ref<>(RhaiString.of(text));
    edit.accept(string);
    return string.get().toString();
  }

  private static RhaiString string(String text) {
    return RhaiString.of(text);
  }

  @Test
  void clear_leavesNothing() {
    assertThat(after("abc", StringEditFunctions::clear)).isEmpty();
  }

  @Test
  void truncate_keepsTheFirstCharacters() {
    assertThat(after("a🙂bc", s -> StringEditFunctions.truncate(s, 2))).isEqualTo("a🙂");
    assertThat(after("abc", s -> StringEditFunctions.truncate(s, -1))).isEmpty();
    assertThat(after("abc", s -> StringEditFunctions.truncate(s, 99))).isEqualTo("abc");
  }

  @Test
  void trim_takesAllWhiteSpaceOfUnicode() {
    assertThat(after("\u00a0 x y\t\u2003", StringEditFunctions::trim)).isEqualTo("x y");
    assertThat(after("\u001fx\u200b", StringEditFunctions::trim)).isEqualTo("\u001fx\u200b");
    assertThat(after("  ", StringEditFunctions::trim)).isEmpty();
  }

  @Test
  void crop_keepsAPart() {
    assertThat(after("hello", s -> StringEditFunctions.crop(s, 1, 3))).isEqualTo("ell");
    assertThat(after("hello", s -> StringEditFunctions.crop(s, -3))).isEqualTo("llo");
    assertThat(after("hello", s -> StringEditFunctions.crop(s, 9))).isEmpty();
    assertThat(after("hello", s -> StringEditFunctions.crop(s, 1, 0))).isEmpty();
    assertThat(after("hello", s -> StringEditFunctions.crop(s, RhaiRange.inclusive(-4, 1))))
        .isEqualTo("he");
  }

  @Test
  void pop_lastCharacter_isTakenOff() {
    Ref<RhaiString> text = new Ref<>(string("a🙂"));
    assertThat(StringEditFunctions.pop(text)).isEqualTo(RhaiCharacter.of("🙂".codePointAt(0)));
    assertThat(StringEditFunctions.pop(text)).isEqualTo(RhaiCharacter.of('a'));
    assertThat(StringEditFunctions.pop(text)).isEqualTo(Unit.UNIT);
  }

  @Test
  void pop_count_takesThatMany() {
    Ref<RhaiString> text = new Ref<>(string("hello"));
    assertThat(StringEditFunctions.pop(text, 2)).hasToString("lo");
    assertThat(StringEditFunctions.pop(text, -1)).hasToString("");
    assertThat(StringEditFunctions.pop(text, 9)).hasToString("hel");
    assertThat(text.get().isEmpty()).isTrue();
  }

  @Test
  void set_character_replacesOne() {
    RhaiCharacter x = RhaiCharacter.of('x');
    assertThat(after("a🙂b", s -> StringEditFunctions.set(s, 1, x))).isEqualTo("axb");
    assertThat(after("a🙂b", s -> StringEditFunctions.set(s, -1, x))).isEqualTo("a🙂x");
    assertThat(after("ab", s -> StringEditFunctions.set(s, 2, x))).isEqualTo("ab");
    assertThat(after("ab", s -> StringEditFunctions.set(s, -3, x))).isEqualTo("ab");
  }

  @Test
  void remove_all_areGone() {
    assertThat(after("abcabc", s -> StringEditFunctions.remove(s, string("ab")))).isEqualTo("cc");
    assertThat(after("aab", s -> StringEditFunctions.remove(s, RhaiCharacter.of('a'))))
        .isEqualTo("b");
    assertThat(after("abc", s -> StringEditFunctions.remove(s, string("")))).isEqualTo("abc");
    assertThat(after("", s -> StringEditFunctions.remove(s, string("x")))).isEmpty();
  }

  @Test
  void replace_all_areReplaced() {
    RhaiCharacter a = RhaiCharacter.of('a');
    RhaiCharacter z = RhaiCharacter.of('z');
    RhaiString b = string("b");
    RhaiString yy = string("yy");
    assertThat(after("abab", s -> StringEditFunctions.replace(s, b, yy))).isEqualTo("ayyayy");
    assertThat(after("abab", s -> StringEditFunctions.replace(s, b, z))).isEqualTo("azaz");
    assertThat(after("abab", s -> StringEditFunctions.replace(s, a, yy))).isEqualTo("yybyyb");
    assertThat(after("abab", s -> StringEditFunctions.replace(s, a, z))).isEqualTo("zbzb");
  }

  @Test
  void replace_nothing_goesBetweenCharacters() {
    RhaiString dash = string("-");
    assertThat(after("a🙂", s -> StringEditFunctions.replace(s, RhaiString.EMPTY, dash)))
        .isEqualTo("-a-🙂-");
    assertThat(after("", s -> StringEditFunctions.replace(s, RhaiString.EMPTY, dash))).isEmpty();
  }

  @Test
  void pad_text_isCutAtTheLength() {
    Run run = TestRuns.of();
    assertThat(after("ab", s -> StringEditFunctions.pad(run, s, 7, string("🙂-"))))
        .isEqualTo("ab🙂-🙂-🙂");
    assertThat(after("ab", s -> StringEditFunctions.pad(run, s, 4, RhaiCharacter.of('.'))))
        .isEqualTo("ab..");
    assertThat(after("ab", s -> StringEditFunctions.pad(run, s, 2, string("x")))).isEqualTo("ab");
    assertThat(after("ab", s -> StringEditFunctions.pad(run, s, -2, string("x")))).isEqualTo("ab");
    assertThat(after("ab", s -> StringEditFunctions.pad(run, s, 9, string("")))).isEqualTo("ab");
  }

  @Test
  void pad_overTheLimit_isTooLarge() {
    RunLimits limits = new RunLimits(0, 64, 10, 0, 0, 100, 100);
    Run run = TestRuns.limited(limits);
    RhaiString smiley = string("🙂");
    assertThatThrownBy(() -> after("", s -> StringEditFunctions.pad(run, s, 11, smiley)))
        .isInstanceOf(RhaiError.class)
        .hasMessage("Length of string too large");
    // Its characters are within the limit, their bytes are not.
    assertThatThrownBy(() -> after("", s -> StringEditFunctions.pad(run, s, 3, smiley)))
        .hasMessageStartingWith("Length of string");
    assertThat(after("", s -> StringEditFunctions.pad(run, s, 2, smiley))).isEqualTo("🙂🙂");
  }
}

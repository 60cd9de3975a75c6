package dev.coachwhip.rhai.runtime;

import static dev.coachwhip.rhai.runtime.Samples.string;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhaiStringTest {

  @Test
  void length_ofAnyText_countsCharactersAndBytes() {
    RhaiString text = string("aé\uD83D\uDE00中");
    assertThat(text.length()).isEqualTo(4);
    assertThat(text.bytes()).isEqualTo(10);
    assertThat(text.codePointAt(2)).isEqualTo(0x1F600);
    assertThat(text.slice(1, 3)).hasToString("é\uD83D\uDE00");
    assertThat(text.append('z').length()).isEqualTo(5);
    assertThat(text.append('z').bytes()).isEqualTo(11);
  }

  @Test
  void append_toOneStringTwice_givesTwoStrings() {
    RhaiString start = string("x".repeat(100));
    RhaiString grown = start.append(string("1"));
    RhaiString first = grown.append(string("a"));
    RhaiString second = grown.append(string("b"));
    assertThat(first.toString()).endsWith("x1a").hasSize(102);
    assertThat(second.toString()).endsWith("x1b").hasSize(102);
    assertThat(grown.toString()).endsWith("x1").hasSize(101);
  }

  @Test
  void append_manyTimes_takesLinearTime() {
    RhaiString text = RhaiString.EMPTY;
    long bytes = 0;
    for (int i = 0; i < 1_000_000; i++) { // quadratic would take minutes
      text = text.append('a');
      bytes = text.bytes();
    }
    assertThat(text.length()).isEqualTo(1_000_000);
    assertThat(bytes).isEqualTo(1_000_000);
    assertThat(text.codePointAt(999_999)).isEqualTo('a');
  }

  @Test
  void compareTo_aboveTheBasicPlane_isByCodePoints() {
    assertThat(string("\uD83D\uDE00")).isGreaterThan(string("\uFFFD"));
    assertThat(string("a")).isLessThan(string("ab"));
    assertThat(string("ab").append(string("c"))).isEqualTo(string("abc"));
  }

  @Test
  void minus_occurrences_removesAll() {
    assertThat(string("banana").minus(string("an"))).hasToString("ba");
    assertThat(string("banana").minus('a')).hasToString("bnn");
    assertThat(string("abc").minus(RhaiString.EMPTY)).hasToString("abc");
    assertThat(RhaiString.EMPTY.minus(string("abc"))).hasToString("abc");
  }
}

package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhiteSpaceTest {

  @Test
  void isWhite_unicode_isThePropertyWhiteSpace() {
    String white =
        "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000";
    assertThat(white.chars()).allMatch(unit -> WhiteSpace.isWhite((char) (int) unit));
    String black = "\u0000\u001c\u001f\u180e\u200b\u2060\ufeffx";
    assertThat(black.chars()).noneMatch(unit -> WhiteSpace.isWhite((char) (int) unit));
  }

  @Test
  void split_betweenWhiteSpace_areWords() {
    assertThat(WhiteSpace.split("\u3000a  b\u00a0")).containsExactly("a", "b");
    assertThat(WhiteSpace.split("a")).containsExactly("a");
    assertThat(WhiteSpace.split("")).isEmpty();
  }
}

package dev.coachwhip.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "abc,'abc'",
        "it's,\"it's\"",
        "`a'b\"c`,`'a\\'b\"c'`",
        "back\\slash,'back\\\\slash'"
      })
  void of_text_isALiteral(String text, String expected) {
    assertThat(Quoted.of(text)).isEqualTo(expected);
  }

  @org.junit.jupiter.api.Test
  void of_controlCharacters_areEscaped() {
    assertThat(Quoted.of("\n\t\r\u001b")).isEqualTo("'\\n\\t\\r\\x1b'");
  }
}

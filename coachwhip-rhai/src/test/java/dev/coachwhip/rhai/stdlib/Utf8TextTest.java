package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8TextTest {

  private static String decode(String hex) {
    return Utf8Text.decode(HexFormat.of().parseHex(hex));
  }

  @Test
  void decode_valid_isTheText() {
    String text = "añ€🙂\u0000\ufffd";
    assertThat(Utf8Text.decode(Utf8Text.encode(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "41ff42, A?B",
    "c3, ?",
    "c341, ?A",
    "e282, ?",
    "e28241, ?A",
    "f09f99, ?",
    "f09f9941, ?A",
    "eda080, ???", // a surrogate
    "c080, ??", // too long a form of 0
    "e08080, ???",
    "f0808080, ????",
    "f4908080, ????", // beyond the last character
    "f5808080, ????",
    "80bf, ??",
    "e282ace282, €?"
  })
  void decode_invalid_isReplacedAsFarAsItMayBegin(String hex, String expected) {
    assertThat(decode(hex)).isEqualTo(expected.replace('?', '\ufffd'));
  }
}

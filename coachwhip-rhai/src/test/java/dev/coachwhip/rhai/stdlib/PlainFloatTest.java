package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFloatTest {

  @ParameterizedTest
  @CsvSource({
    "1e20, 100000000000000000000",
    "2.5, 2.5",
    "5.0, 5",
    "1e-7, 0.0000001",
    "NaN, NaN",
    "-Infinity, -inf",
    "Infinity, inf"
  })
  void text_float_hasNoExponent(double value, String expected) {
    assertThat(PlainFloat.text(value)).isEqualTo(expected);
  }
}

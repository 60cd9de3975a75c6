package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {

  @ParameterizedTest
  @CsvSource({
    "100.0, 100.0, 100.0",
    "1.5, 1.5, 1.5",
    "-2.25, -2.25, -2.25",
    "0.0, 0.0, 0.0",
    "-0.0, 0.0, -0.0",
    "1e13, 1e13, 10000000000000.0",
    "9999999827968.0, 9999999827968.0, 9999999827968.0",
    "9999999827969.0, 9.999999827969e12, 9999999827969.0",
    "1e14, 1e14, 100000000000000.0",
    "1e16, 1e16, 1e16",
    "1.25e20, 1.25e20, 1.25e20",
    "9007199254740993.5, 9.007199254740994e15, 9007199254740994.0",
    "1e-5, 0.00001, 1e-5",
    "1e-4, 0.0001, 0.0001",
    "0.00012, 0.00012, 0.00012",
    "1e-13, 0.0000000000001, 1e-13",
    "9e-14, 9e-14, 9e-14",
    "0.1, 0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004, 0.30000000000000004",
    "4.9e-324, 5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308, 1.7976931348623157e308",
    "Infinity, inf, inf",
    "-Infinity, -inf, -inf",
    "NaN, NaN, NaN",
  })
  void texts_ofFloats_areRhais(double value, String display, String debug) {
    assertThat(FloatText.display(value)).isEqualTo(display);
    assertThat(FloatText.debug(value)).isEqualTo(debug);
  }

  @Test
  @SuppressWarnings("FloatingPointLiteralPrecision") // the literals are exact
  void texts_asCloseAsAnother_areTheFartherOnes() {
    assertThat(FloatText.debug(1462468587316101.25)).isEqualTo("1462468587316101.3");
    assertThat(FloatText.debug(-0.79975128173828125)).isEqualTo("-0.7997512817382813");
    assertThat(FloatText.debug(233891771783429.625)).isEqualTo("233891771783429.63");
    assertThat(FloatText.debug(2200000000000000.25)).isEqualTo("2200000000000000.3");
    assertThat(FloatText.debug(1462468587316101.75)).isEqualTo("1462468587316101.8");
    assertThat(FloatText.debug(0.125)).isEqualTo("0.125");
    assertThat(FloatText.display(-1462468587316101.25)).isEqualTo("-1.4624685873161013e15");
  }
}

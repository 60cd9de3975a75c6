package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFunctionsTest {

  private static long parseInt(String text, long radix) {
    return NumberFunctions.parseInt(RhaiString.of(text), radix);
  }

  private static double parseFloat(String text) {
    return NumberFunctions.parseFloat(RhaiString.of(text));
  }

  @Test
  void toInt_float_isCut() {
    assertThat(NumberFunctions.toInt(-2.9)).isEqualTo(-2);
    assertThat(NumberFunctions.toInt(Double.NaN)).isZero();
    assertThat(NumberFunctions.toInt(0x1p63)).isEqualTo(Long.MAX_VALUE);
    assertThat(NumberFunctions.toInt(-0x1p63)).isEqualTo(Long.MIN_VALUE);
    assertThat(NumberFunctions.toInt(RhaiCharacter.of('A'))).isEqualTo(65);
    assertThat(NumberFunctions.toFloat(3L)).isEqualTo(3.0);
  }

  @Test
  void toInt_tooLarge_isAnArithmeticError() {
    assertThatThrownBy(() -> NumberFunctions.toInt(1e20))
        .isInstanceOfSatisfying(
            RhaiError.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.ARITHMETIC))
        .hasMessage("Integer overflow: to_int(100000000000000000000)");
    assertThatThrownBy(() -> NumberFunctions.toInt(Double.NEGATIVE_INFINITY))
        .hasMessage("Integer overflow: to_int(-inf)");
  }

  @ParameterizedTest
  @CsvSource({
    "' 42\t', 10, 42",
    "+7, 10, 7",
    "-0, 10, 0",
    "FF, 16, 255",
    "zz, 36, 1295",
    "-101, 2, -5",
    "9223372036854775807, 10, 9223372036854775807",
    "-9223372036854775808, 10, -9223372036854775808"
  })
  void parseInt_number_isRead(String text, long radix, long expected) {
    assertThat(parseInt(text, radix)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1_000", "0x1f", "1.5", "-", "+", "--1", "1 2", "٣", "12a"})
  void parseInt_noNumber_hasAnInvalidDigit(String text) {
    assertThatThrownBy(() -> parseInt(text, 10))
        .hasMessage("Error parsing integer number '" + text + "': invalid digit found in string");
  }

  @Test
  void parseInt_outside_saysWhy() {
    assertThatThrownBy(() -> parseInt(" ", 10))
        .hasMessage("Error parsing integer number ' ': cannot parse integer from empty string");
    assertThatThrownBy(() -> parseInt("9223372036854775808", 10))
        .hasMessageEndingWith("number too large to fit in target type");
    assertThatThrownBy(() -> parseInt("-9223372036854775809", 10))
        .hasMessageEndingWith("number too small to fit in target type");
    assertThatThrownBy(() -> parseInt("1", 37)).hasMessage("Invalid radix: '37'");
    assertThatThrownBy(() -> parseInt("1", 1)).hasMessage("Invalid radix: '1'");
  }

  @ParameterizedTest
  @CsvSource({
    "5., 5.0",
    ".5, 0.5",
    "' -1.5e2 ', -150.0",
    "1E5, 100000.0",
    "inf, Infinity",
    "-Infinity, -Infinity",
    "+nAn, NaN",
    "1e400, Infinity",
    "1e-400, 0.0"
  })
  void parseFloat_number_isRead(String text, double expected) {
    assertThat(parseFloat(text)).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "1e", "e5", "0x1p3", "1f", "1d", "1_0", "infin", "- 1"})
  void parseFloat_noNumber_isAnInvalidLiteral(String text) {
    assertThatThrownBy(() -> parseFloat(text))
        .hasMessage("Error parsing floating-point number '" + text + "': invalid float literal");
  }

  @Test
  void parseFloat_nothing_saysSo() {
    assertThatThrownBy(() -> parseFloat(" "))
        .hasMessage(
            "Error parsing floating-point number ' ': cannot parse float from empty string");
  }
}

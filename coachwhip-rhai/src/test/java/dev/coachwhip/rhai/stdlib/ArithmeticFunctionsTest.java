package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArithmeticFunctionsTest {

  @Test
  void abs_number_losesItsSign() {
    assertThat(ArithmeticFunctions.abs(-5)).isEqualTo(5);
    assertThat(ArithmeticFunctions.abs(5)).isEqualTo(5);
    assertThat(ArithmeticFunctions.abs(-2.5)).isEqualTo(2.5);
  }

  @Test
  void abs_smallest_overflows() {
    assertThatThrownBy(() -> ArithmeticFunctions.abs(Long.MIN_VALUE))
        .hasMessage("Negation overflow: --9223372036854775808");
    assertThatThrownBy(() -> ArithmeticFunctions.negate(Long.MIN_VALUE))
        .hasMessage("Negation overflow: --9223372036854775808");
  }

  @Test
  void sign_number_isAnInteger() {
    assertThat(ArithmeticFunctions.sign(-7)).isEqualTo(-1);
    assertThat(ArithmeticFunctions.sign(0)).isZero();
    assertThat(ArithmeticFunctions.sign(1e-300)).isEqualTo(1);
    assertThat(ArithmeticFunctions.sign(-0.0)).isZero();
    assertThat(ArithmeticFunctions.sign(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThatThrownBy(() -> ArithmeticFunctions.sign(Double.NaN))
        .hasMessage("Sign of NaN is undefined");
  }

  @Test
  void parity_negative_isThatOfItsSize() {
    assertThat(ArithmeticFunctions.isOdd(-3)).isTrue();
    assertThat(ArithmeticFunctions.isEven(-3)).isFalse();
    assertThat(ArithmeticFunctions.isEven(0)).isTrue();
    assertThat(ArithmeticFunctions.isZero(0)).isTrue();
    assertThat(ArithmeticFunctions.isZero(-0.0)).isTrue();
    assertThat(ArithmeticFunctions.isZero(1e-300)).isFalse();
  }

  @Test
  void signs_asFunctions_areThoseOfOperators() {
    assertThat(ArithmeticFunctions.negate(2)).isEqualTo(-2);
    assertThat(ArithmeticFunctions.negate(2.0)).isEqualTo(-2.0);
    assertThat(ArithmeticFunctions.plus(2)).isEqualTo(2);
    assertThat(ArithmeticFunctions.plus(2.0)).isEqualTo(2.0);
  }
}

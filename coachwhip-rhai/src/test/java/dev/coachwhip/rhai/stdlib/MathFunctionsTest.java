package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathFunctionsTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 1.0",
    "2.5, 3.0",
    "-0.5, -1.0",
    "-0.3, -0.0",
    "2.4999, 2.0",
    "0.49999999999999994, 0.0",
    "4503599627370497.5, 4503599627370498.0",
    "9007199254740993.0, 9007199254740992.0",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void round_half_goesAwayFromZero(double x, double expected) {
    assertThat(MathFunctions.round(x)).isEqualTo(Double.valueOf(expected));
  }

  @Test
  void int_float_isCutTowardsZero() {
    assertThat(MathFunctions.truncate(-1.9)).isEqualTo(-1.0);
    assertThat(MathFunctions.truncate(1.9)).isEqualTo(1.0);
    assertThat(MathFunctions.truncate(-0.9)).isEqualTo(-0.0);
    assertThat(MathFunctions.fraction(-1.75)).isEqualTo(-0.75);
    assertThat(MathFunctions.fraction(Double.POSITIVE_INFINITY)).isNaN();
    assertThat(MathFunctions.floor(-1.1)).isEqualTo(-2.0);
    assertThat(MathFunctions.ceiling(-1.1)).isEqualTo(-1.0);
  }

  @Test
  void kinds_specialFloats_areTold() {
    assertThat(MathFunctions.isNotANumber(Double.NaN)).isTrue();
    assertThat(MathFunctions.isNotANumber(1.0)).isFalse();
    assertThat(MathFunctions.isFinite(Double.NaN)).isFalse();
    assertThat(MathFunctions.isFinite(1e308)).isTrue();
    assertThat(MathFunctions.isInfinite(Double.NEGATIVE_INFINITY)).isTrue();
    assertThat(MathFunctions.isInfinite(Double.NaN)).isFalse();
  }

  @Test
  void log_bases_areExactForPowers() {
    assertThat(MathFunctions.log(1000.0)).isEqualTo(3.0);
    assertThat(MathFunctions.log(8.0, 2.0)).isEqualTo(3.0);
    assertThat(MathFunctions.ln(MathFunctions.e())).isEqualTo(1.0);
    assertThat(MathFunctions.ln(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(MathFunctions.ln(-1.0)).isNaN();
    assertThat(MathFunctions.exp(0.0)).isEqualTo(1.0);
    assertThat(MathFunctions.sqrt(2.25)).isEqualTo(1.5);
  }

  @Test
  void angles_degreesAndRadians_areConverted() {
    assertThat(MathFunctions.toRadians(180.0)).isEqualTo(MathFunctions.pi());
    assertThat(MathFunctions.toDegrees(MathFunctions.pi())).isEqualTo(180.0);
  }

  @Test
  void trigonometry_knownValues() {
    assertThat(TrigonometricFunctions.sin(Math.PI / 6)).isCloseTo(0.5, within(1e-15));
    assertThat(TrigonometricFunctions.cos(0)).isEqualTo(1.0);
    assertThat(TrigonometricFunctions.tan(0.5)).isCloseTo(0.5463024898437905, within(1e-15));
    assertThat(TrigonometricFunctions.asin(1)).isEqualTo(Math.PI / 2);
    assertThat(TrigonometricFunctions.acos(-1)).isEqualTo(Math.PI);
    assertThat(TrigonometricFunctions.atan(1)).isEqualTo(Math.PI / 4);
    assertThat(TrigonometricFunctions.atan(-1, -1)).isEqualTo(-3 * Math.PI / 4);
  }

  @Test
  void hyperbolic_knownValues() {
    assertThat(HyperbolicFunctions.sinh(1)).isCloseTo(1.1752011936438014, within(1e-15));
    assertThat(HyperbolicFunctions.cosh(1)).isCloseTo(1.543080634815244, within(1e-15));
    assertThat(HyperbolicFunctions.tanh(1)).isCloseTo(0.7615941559557649, within(1e-15));
    assertThat(HyperbolicFunctions.asinh(1)).isCloseTo(0.881373587019543, within(1e-15));
    assertThat(HyperbolicFunctions.acosh(2)).isCloseTo(1.3169578969248166, within(1e-15));
    assertThat(HyperbolicFunctions.atanh(0.5)).isCloseTo(0.5493061443340548, within(1e-15));
  }

  @Test
  void inverseHyperbolic_edges() {
    assertThat(HyperbolicFunctions.asinh(-0.0)).isEqualTo(-0.0);
    assertThat(HyperbolicFunctions.asinh(Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(HyperbolicFunctions.asinh(-1)).isEqualTo(-HyperbolicFunctions.asinh(1));
    assertThat(HyperbolicFunctions.acosh(0.5)).isNaN();
    assertThat(HyperbolicFunctions.atanh(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(HyperbolicFunctions.atanh(2)).isNaN();
  }

  @Test
  void lastDigit_isThatOfTheCLibrary() {
    assertThat(TrigonometricFunctions.hypot(-1.8, -10.0)).isEqualTo(10.160708636704431);
    assertThat(TrigonometricFunctions.hypot(100.0, -3.7)).isEqualTo(100.06842658900958);
    assertThat(HyperbolicFunctions.cosh(0.42)).isEqualTo(1.0895041877168452);
    assertThat(HyperbolicFunctions.tanh(-0.43421730274302206)).isEqualTo(-0.40883973519324973);
    assertThat(HyperbolicFunctions.asinh(-6.0)).isEqualTo(-2.4917798526449118);
    assertThat(HyperbolicFunctions.atanh(-0.20690503998292442)).isEqualTo(-0.2099357906543396);
    assertThat(MathFunctions.log(99.06)).isEqualTo(1.9958983236464372);
    assertThat(MathFunctions.log(0.001)).isEqualTo(-3.0);
  }

  @Test
  void log_tenth_edges() {
    assertThat(MathFunctions.log(Double.MIN_VALUE)).isCloseTo(-323.3, within(0.01));
    assertThat(MathFunctions.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(MathFunctions.log(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(MathFunctions.log(-1.0)).isNaN();
  }

  @Test
  void cosh_edges() {
    assertThat(HyperbolicFunctions.cosh(0.0)).isEqualTo(1.0);
    assertThat(HyperbolicFunctions.cosh(-1e9)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(HyperbolicFunctions.cosh(Double.NaN)).isNaN();
  }

  @Test
  void hypot_sides_giveTheLongest() {
    assertThat(TrigonometricFunctions.hypot(3e-200, 4e-200)).isEqualTo(5e-200);
    assertThat(TrigonometricFunctions.hypot(1e300, 1)).isEqualTo(1e300);
    assertThat(TrigonometricFunctions.hypot(0.0, -0.0)).isEqualTo(0.0);
    assertThat(TrigonometricFunctions.hypot(Double.NaN, 1)).isNaN();
    assertThat(TrigonometricFunctions.hypot(3, 4)).isEqualTo(5.0);
    assertThat(TrigonometricFunctions.hypot(3e200, 4e200)).isEqualTo(4.9999999999999995e200);
    assertThat(TrigonometricFunctions.hypot(Double.NaN, Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }
}

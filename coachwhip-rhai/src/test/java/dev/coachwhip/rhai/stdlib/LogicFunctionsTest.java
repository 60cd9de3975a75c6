package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogicFunctionsTest {

  @Test
  void minAndMax_mixed_areFloats() {
    assertThat(LogicFunctions.max(2L, 2.5)).isEqualTo(2.5);
    assertThat(LogicFunctions.max(2.5, 3L)).isEqualTo(3.0);
    assertThat(LogicFunctions.min(2L, 2.5)).isEqualTo(2.0);
    assertThat(LogicFunctions.min(2.5, 1L)).isEqualTo(1.0);
    assertThat(LogicFunctions.max(2L, 3L)).isEqualTo(3);
    assertThat(LogicFunctions.min(2L, 3L)).isEqualTo(2);
  }

  @Test
  void minAndMax_nan_isTheSecond() {
    assertThat(LogicFunctions.max(Double.NaN, 1.0)).isEqualTo(1.0);
    assertThat(LogicFunctions.max(1.0, Double.NaN)).isNaN();
    assertThat(LogicFunctions.min(Double.NaN, 1.0)).isEqualTo(1.0);
    assertThat(LogicFunctions.min(1.0, Double.NaN)).isNaN();
  }

  @Test
  void minAndMax_almostEqual_areExact() {
    double above = Math.nextUp(1.0);
    assertThat(LogicFunctions.max(1.0, above)).isEqualTo(above);
    assertThat(LogicFunctions.min(above, 1.0)).isEqualTo(1.0);
  }

  @Test
  void not_bool_isTheOther() {
    assertThat(LogicFunctions.not(true)).isFalse();
    assertThat(LogicFunctions.not(false)).isTrue();
  }
}

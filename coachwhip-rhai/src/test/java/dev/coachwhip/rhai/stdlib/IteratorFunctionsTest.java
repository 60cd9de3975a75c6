package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.junit.jupiter.api.Test;

class IteratorFunctionsTest {

  private static final RhaiString TEXT = RhaiString.of("añ🙂z");

  @Test
  void range_step_stopsBeforeTheEnd() {
    assertThat(IteratorFunctions.range(0, 20, 6)).containsExactly(0L, 6L, 12L, 18L);
    assertThat(IteratorFunctions.range(10, 0, -4)).containsExactly(10L, 6L, 2L);
    assertThat(IteratorFunctions.range(RhaiRange.exclusive(0, 10), 3))
        .containsExactly(0L, 3L, 6L, 9L);
  }

  @Test
  void range_stepAwayFromTheEnd_isEmpty() {
    assertThat(IteratorFunctions.range(0, 5, -1)).isEmpty();
    assertThat(IteratorFunctions.range(5, 5, 1)).isEmpty();
  }

  @Test
  void range_atTheEndOfIntegers_losesWhatHasNoSuccessor() {
    long max = Long.MAX_VALUE;
    assertThat(IteratorFunctions.range(max - 3, max, 2)).containsExactly(max - 3);
    assertThat(IteratorFunctions.range(max - 1, max, 2)).isEmpty();
  }

  @Test
  void range_stepZero_isAnErrorOfACall() {
    assertThatThrownBy(() -> IteratorFunctions.range(0, 5, 0))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.IN_FUNCTION_CALL);
              assertThat(error.innermost().kind()).isEqualTo(ErrorKind.ARITHMETIC);
              assertThat(error.withPosition(2, 10).message())
                  .isEqualTo(
                      "step value cannot be zero\n"
                          + "in call to function 'range' (line 2, position 10)");
            });
  }

  @Test
  void range_ofARangeWithEnd_isNoFunction() {
    assertThatThrownBy(() -> IteratorFunctions.range(RhaiRange.inclusive(0, 5), 1))
        .hasMessage("Function not found: range (range=, i64)");
  }

  @Test
  void range_floats_addsTheStep() {
    assertThat(IteratorFunctions.range(0.0, 1.0, 0.25)).containsExactly(0.0, 0.25, 0.5, 0.75);
    assertThat(IteratorFunctions.range(1.0, 0.0, -0.5)).containsExactly(1.0, 0.5);
    assertThat(IteratorFunctions.range(Double.NaN, 1.0, 0.5)).isEmpty();
    assertThatThrownBy(() -> IteratorFunctions.range(1e20, 2e20, 1.0))
        .hasMessageStartingWith("step value cannot be zero");
  }

  @Test
  void contains_range_dependsOnItsKind() {
    assertThat(IteratorFunctions.contains(RhaiRange.exclusive(1, 4), 4)).isFalse();
    assertThat(IteratorFunctions.contains(RhaiRange.inclusive(1, 4), 4)).isTrue();
  }

  @Test
  void chars_parts_areCutDown() {
    assertThat(IteratorFunctions.chars(TEXT))
        .hasSize(4)
        .contains(RhaiCharacter.of("🙂".codePointAt(0)));
    assertThat(IteratorFunctions.chars(TEXT, -2)).hasSize(2).contains(RhaiCharacter.of('z'));
    assertThat(IteratorFunctions.chars(TEXT, -9, 1)).containsExactly(RhaiCharacter.of('a'));
    assertThat(IteratorFunctions.chars(TEXT, 1, -1)).isEmpty();
    assertThat(IteratorFunctions.chars(TEXT, RhaiRange.exclusive(-1, 2))).hasSize(2);
    assertThat(IteratorFunctions.chars(TEXT, RhaiRange.inclusive(3, 2))).isEmpty();
  }

  @Test
  void bits_parts_lowestFirst() {
    assertThat(IteratorFunctions.bits(0b101, 0, 4)).containsExactly(true, false, true, false);
    assertThat(IteratorFunctions.bits(-1)).hasSize(64).containsOnly(true);
    assertThat(IteratorFunctions.bits(Long.MIN_VALUE, -1)).containsExactly(true);
    assertThat(IteratorFunctions.bits(0b110010, RhaiRange.inclusive(1, 4)))
        .containsExactly(true, false, false, true);
    assertThatThrownBy(() -> IteratorFunctions.bits(1, 64))
        .hasMessageStartingWith("Bit-field index 64");
  }
}

package dev.coachwhip.rhai.stdlib;

import static dev.coachwhip.rhai.stdlib.TestRuns.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.ErrorKind;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LanguageFunctionsTest {

  private final Run run = TestRuns.of();

  @Test
  void exit_value_leavesWithIt() {
    assertThatThrownBy(() -> LanguageFunctions.exit(42L))
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.EXIT);
              assertThat(error.value()).isEqualTo(42L);
            });
    assertThatThrownBy(LanguageFunctions::exit)
        .isInstanceOfSatisfying(
            RhaiError.class, error -> assertThat(error.value()).isEqualTo(Unit.UNIT));
  }

  @Test
  void take_value_leavesUnit() {
    Object items = array(1);
    Ref<Object> variable = new Ref<>(items);
    assertThat(LanguageFunctions.take(variable)).isSameAs(items);
    assertThat(variable.get()).isEqualTo(Unit.UNIT);
  }

  @Test
  void tag_setAndReset_isRead() {
    Ref<Object> variable = new Ref<>(1L);
    assertThat(LanguageFunctions.tag(variable.get())).isZero();
    LanguageFunctions.setTag(variable, -3);
    assertThat(LanguageFunctions.tag(variable.get())).isEqualTo(-3);
    LanguageFunctions.setTag(variable, 0);
    assertThat(variable.get()).isEqualTo(1L);
  }

  @Test
  void setTag_outside_saysBetweenWhat() {
    Ref<Object> variable = new Ref<>(1L);
    assertThatThrownBy(() -> LanguageFunctions.setTag(variable, 1L << 31))
        .hasMessage(
            "2147483648 is too large to fit into a tag"
                + " (must be between -2147483648 and 2147483647)");
    assertThatThrownBy(() -> LanguageFunctions.setTag(variable, Long.MIN_VALUE))
        .hasMessageStartingWith("-9223372036854775808 is too small to fit into a tag");
  }

  @Test
  void sleep_noTime_isOverAtOnce() {
    long start = System.nanoTime();
    LanguageFunctions.sleep(run, 0);
    LanguageFunctions.sleep(run, -5);
    LanguageFunctions.sleep(run, Double.NaN);
    LanguageFunctions.sleep(run, -1e300);
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }

  @Test
  void sleep_float_takesItsTime() {
    long start = System.nanoTime();
    LanguageFunctions.sleep(run, 0.02);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000L);
  }

  @Test
  @Timeout(20)
  void sleep_stopped_ends() {
    run.stop(new IllegalStateException("stopped"));
    Thread.currentThread().interrupt(); // what wakes it; parking returns at once
    try {
      assertThatThrownBy(() -> LanguageFunctions.sleep(run, 1000)).hasMessage("stopped");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}

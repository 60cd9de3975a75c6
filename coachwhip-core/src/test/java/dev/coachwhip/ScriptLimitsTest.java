package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptLimitsTest {

  private static final ScriptLimits NONE = ScriptLimits.none();

  @Test
  void none_everyLimit_isZero() {
    assertThat(NONE).isEqualTo(new ScriptLimits(Duration.ZERO, 0, 0, 0, 0));
  }

  @Test
  void withers_each_changeOneLimit() {
    ScriptLimits all =
        NONE.withWallTime(Duration.ofSeconds(1))
            .withMaxOperations(2)
            .withMaxMemoryBytes(3)
            .withMaxCallDepth(4)
            .withMaxOutputBytes(5);
    assertThat(all).isEqualTo(new ScriptLimits(Duration.ofSeconds(1), 2, 3, 4, 5));
  }

  @Test
  void withers_negative_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withWallTime(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withMaxOperations(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withMaxMemoryBytes(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withMaxCallDepth(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withMaxOutputBytes(-1));
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void withWallTime_null_throwsNullPointer() {
    assertThatNullPointerException().isThrownBy(() -> NONE.withWallTime(null));
  }
}

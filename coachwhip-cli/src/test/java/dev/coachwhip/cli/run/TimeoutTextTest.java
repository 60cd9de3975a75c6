package dev.coachwhip.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTextTest {

  @ParameterizedTest
  @CsvSource({"1.5,PT1.5S", "500ms,PT0.5S", "2s,PT2S", "1m,PT1M", "0.5h,PT30M", "1e-3,PT0.001S"})
  void parse_time_isExact(String text, Duration expected) {
    assertThat(TimeoutText.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "0", "-1", "1e-10", "2 s", "soon", "1d", "1e30"})
  void parse_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> TimeoutText.parse(text)).isInstanceOf(UsageException.class);
  }
}

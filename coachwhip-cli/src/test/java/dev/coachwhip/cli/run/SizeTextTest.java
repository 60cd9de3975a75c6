package dev.coachwhip.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "500000,500000",
    "64k,65536",
    "64K,65536",
    "200M,209715200",
    "1.5G,1610612736"
  })
  void parse_size_isInBytes(String text, long expected) {
    assertThat(SizeText.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k", "0", "0M", "-1", "-1k", "1.5", "0.1k", "2 M", "much", "1T", "1e30"})
  void parse_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> SizeText.parse(text)).isInstanceOf(UsageException.class);
  }
}

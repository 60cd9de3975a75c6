package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.RhaiRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1, 2",
    "1, 100, 1, 4",
    "1, -1, 1, 0",
    "5, 1, 5, 0",
    "99, 1, 5, 0",
    "-2, 1, 3, 1",
    "-5, 1, 0, 1",
    "-6, 1, 0, 1",
    "-9223372036854775808, 9223372036854775807, 0, 5",
    "9223372036854775807, 1, 5, 0"
  })
  void of_startAndLength_isCutDown(long start, long length, int first, int count) {
    assertThat(Slice.of(5, start, length)).isEqualTo(new Slice(first, count));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 1, 2",
    "3, 1, 3, 0",
    "-3, 2, 0, 2",
    "-3, -1, 0, 0",
    "2, 9223372036854775807, 2, 3"
  })
  void of_range_negativeBoundsAreZero(long start, long end, int first, int count) {
    assertThat(Slice.of(5, RhaiRange.exclusive(start, end))).isEqualTo(new Slice(first, count));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 1, 3",
    "3, 1, 3, 1",
    "-3, -1, 0, 1",
    "0, 9223372036854775807, 0, 5",
    "9223372036854775807, 9223372036854775807, 5, 0"
  })
  void of_rangeWithEnd_hasAtLeastOneItem(long start, long end, int first, int count) {
    assertThat(Slice.of(5, RhaiRange.inclusive(start, end))).isEqualTo(new Slice(first, count));
  }

  @Test
  void lengthOrNone_rangeThatEndsBeforeItBegins_isZero() {
    assertThat(Slice.lengthOrNone(RhaiRange.inclusive(3, 1))).isZero();
    assertThat(Slice.lengthOrNone(RhaiRange.inclusive(3, 3))).isEqualTo(1);
  }

  @Test
  void of_nothing_isEmpty() {
    assertThat(Slice.of(0, -1, 5)).isEqualTo(new Slice(0, 0));
  }
}

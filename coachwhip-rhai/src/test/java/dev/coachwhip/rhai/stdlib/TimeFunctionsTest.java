package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Timestamp;
import org.junit.jupiter.api.Test;

class TimeFunctionsTest {

  private static final Timestamp START = new Timestamp(1_750_000_000L);

  private static double seconds(Timestamp end) {
    return TimeFunctions.subtract(end, START);
  }

  @Test
  void add_seconds_isALaterMoment() {
    assertThat(seconds(TimeFunctions.add(START, 10))).isEqualTo(10.0);
    assertThat(seconds(TimeFunctions.add(START, -10))).isEqualTo(-10.0);
    assertThat(seconds(TimeFunctions.subtract(START, 3))).isEqualTo(-3.0);
  }

  @Test
  void add_float_countsMilliseconds() {
    assertThat(seconds(TimeFunctions.add(START, 2.5))).isEqualTo(2.5);
    assertThat(seconds(TimeFunctions.add(START, 0.0019))).isEqualTo(0.001);
    assertThat(seconds(TimeFunctions.add(START, -2.5))).isEqualTo(-2.5);
    assertThat(seconds(TimeFunctions.subtract(START, 1.5))).isEqualTo(-1.5);
    assertThat(seconds(TimeFunctions.subtract(START, -1.5))).isEqualTo(1.5);
    assertThat(seconds(TimeFunctions.add(START, Double.NaN))).isZero();
  }

  @Test
  void add_hugeFloat_isTheMostMilliseconds() {
    assertThat(seconds(TimeFunctions.add(START, 1e18))).isEqualTo(0x1p64 / 1000);
    assertThat(seconds(TimeFunctions.add(START, 1e16))).isEqualTo(1e16);
    assertThatThrownBy(() -> TimeFunctions.add(START, 1e19))
        .hasMessage("Integer overflow for timestamp add: 10000000000000000000");
    assertThatThrownBy(() -> TimeFunctions.add(START, -1e19))
        .hasMessage("Integer overflow for timestamp subtract: 10000000000000000000");
  }

  @Test
  void add_tooMuch_overflows() {
    assertThatThrownBy(() -> TimeFunctions.add(START, Long.MAX_VALUE))
        .hasMessage("Timestamp overflow when adding 9223372036854775807 second(s)");
    assertThatThrownBy(() -> TimeFunctions.subtract(START, Long.MIN_VALUE))
        .hasMessage("Timestamp overflow when subtracting -9223372036854775808 second(s)");
  }

  @Test
  void elapsed_future_isAnError() {
    assertThat(TimeFunctions.elapsed(TimeFunctions.timestamp())).isBetween(0.0, 60.0);
    Timestamp future = TimeFunctions.add(Timestamp.now(), 1000);
    assertThatThrownBy(() -> TimeFunctions.elapsed(future))
        .hasMessage("Time-stamp is later than now");
  }

  @Test
  void addTo_replacesTheReceiver() {
    Ref<Timestamp> moment = new Ref<>(START);
    TimeFunctions.addTo(moment, 7);
    TimeFunctions.subtractFrom(moment, 3);
    TimeFunctions.addTo(moment, 0.25);
    TimeFunctions.subtractFrom(moment, 0.5);
    assertThat(seconds(moment.get())).isEqualTo(3.75);
  }

  @Test
  void comparison_moments_areOrdered() {
    Timestamp later = TimeFunctions.add(START, 0.5);
    assertThat(TimeFunctions.less(START, later)).isTrue();
    assertThat(TimeFunctions.lessOrEqual(later, START)).isFalse();
    assertThat(TimeFunctions.greater(later, START)).isTrue();
    assertThat(TimeFunctions.greaterOrEqual(START, START)).isTrue();
    assertThat(TimeFunctions.equal(START, new Timestamp(1_750_000_000L))).isTrue();
    assertThat(TimeFunctions.notEqual(START, later)).isTrue();
  }
}

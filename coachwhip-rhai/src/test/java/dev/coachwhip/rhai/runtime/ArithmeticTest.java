package dev.coachwhip.rhai.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

  private static final long MAX = Long.MAX_VALUE;
  private static final long MIN = Long.MIN_VALUE;

  private static void assertFails(ThrowingCallable action, String message) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            RhaiError.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.ARITHMETIC);
              assertThat(error.hasPosition()).isFalse();
            })
        .hasMessage(message);
  }

  @Test
  void operations_overflowing_fail() {
    assertFails(() -> Arithmetic.add(MAX, 1), "Addition overflow: 9223372036854775807 + 1");
    assertFails(
        () -> Arithmetic.subtract(MIN, 1), "Subtraction overflow: -9223372036854775808 - 1");
    assertFails(() -> Arithmetic.multiply(MIN, -1), "Multiplication overflow: " + MIN + " * -1");
    assertFails(() -> Arithmetic.divide(MIN, -1), "Division overflow: " + MIN + " / -1");
    assertFails(() -> Arithmetic.divide(1, 0), "Division by zero: 1 / 0");
    assertFails(() -> Arithmetic.remainder(1, 0), "Modulo division by zero or overflow: 1 % 0");
    assertFails(
        () -> Arithmetic.remainder(MIN, -1),
        "Modulo division by zero or overflow: " + MIN + " % -1");
    assertFails(() -> Arithmetic.negate(MIN), "Negation overflow: -" + MIN);
  }

  @Test
  void power_outOfRange_fails() {
    assertFails(() -> Arithmetic.power(2, 63), "Exponential overflow: 2 ** 63");
    assertFails(() -> Arithmetic.power(10, 19), "Exponential overflow: 10 ** 19");
    assertFails(() -> Arithmetic.power(1, 1L << 32), "Exponential overflow: 1 ** 4294967296");
    assertFails(() -> Arithmetic.power(2, -1), "Integer raised to a negative power: 2 ** -1");
  }

  @Test
  void power_ofSmallNumbers_isExact() {
    assertThat(Arithmetic.power(-2L, 63L)).isEqualTo(MIN);
    assertThat(Arithmetic.power(3L, 4L)).isEqualTo(81);
    assertThat(Arithmetic.power(0L, 0L)).isEqualTo(1);
    assertThat(Arithmetic.power(0L, 5L)).isZero();
    assertThat(Arithmetic.power(-1L, 4_000_000_001L)).isEqualTo(-1);
    assertThat(Arithmetic.power(1.0, Double.NaN)).isEqualTo(1.0);
  }

  @Test
  void shifts_farOrNegative_areRhais() {
    assertThat(Arithmetic.shiftLeft(1, 63)).isEqualTo(MIN);
    assertThat(Arithmetic.shiftLeft(1, 64)).isZero();
    assertThat(Arithmetic.shiftLeft(1, MAX)).isZero();
    assertThat(Arithmetic.shiftLeft(8, -2)).isEqualTo(2);
    assertThat(Arithmetic.shiftLeft(-8, MIN)).isEqualTo(-1);
    assertThat(Arithmetic.shiftRight(-8, 64)).isEqualTo(-1);
    assertThat(Arithmetic.shiftRight(8, 64)).isZero();
    assertThat(Arithmetic.shiftRight(1, -3)).isEqualTo(8);
    assertThat(Arithmetic.shiftRight(-8, 1)).isEqualTo(-4);
  }

  @Test
  void operations_ofAnyIntegers_areExactOrFail() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      long x = random.nextLong() >> random.nextInt(64);
      long y = random.nextLong() >> random.nextInt(64);
      BigInteger a = BigInteger.valueOf(x);
      BigInteger b = BigInteger.valueOf(y);
      check(a.add(b), () -> Arithmetic.add(x, y));
      check(a.subtract(b), () -> Arithmetic.subtract(x, y));
      check(a.multiply(b), () -> Arithmetic.multiply(x, y));
    }
  }

  private static void check(BigInteger exact, java.util.function.LongSupplier operation) {
    if (exact.bitLength() < 64) {
      assertThat(operation.getAsLong()).isEqualTo(exact.longValue());
    } else {
      assertThatThrownBy(operation::getAsLong).isInstanceOf(RhaiError.class);
    }
  }
}

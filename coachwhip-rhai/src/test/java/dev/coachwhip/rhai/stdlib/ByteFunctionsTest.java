package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.UnsignedByte;
import org.junit.jupiter.api.Test;

class ByteFunctionsTest {

  private static final UnsignedByte LARGEST = new UnsignedByte(255);
  private static final UnsignedByte SEVEN = new UnsignedByte(7);
  private static final UnsignedByte ZERO = new UnsignedByte(0);

  private static UnsignedByte u8(int value) {
    return new UnsignedByte(value);
  }

  @Test
  void conversion_byte_isUnsigned() {
    assertThat(ByteFunctions.toInt(LARGEST)).isEqualTo(255);
    assertThat(ByteFunctions.toFloat(LARGEST)).isEqualTo(255.0);
    assertThat(ByteFunctions.toHex(LARGEST)).hasToString("ff");
    assertThat(ByteFunctions.toOctal(LARGEST)).hasToString("377");
    assertThat(ByteFunctions.toBinary(SEVEN)).hasToString("111");
  }

  @Test
  void arithmetic_outside_overflows() {
    assertThat(ByteFunctions.add(SEVEN, SEVEN)).isEqualTo(u8(14));
    assertThat(ByteFunctions.subtract(SEVEN, SEVEN)).isEqualTo(ZERO);
    assertThat(ByteFunctions.multiply(SEVEN, SEVEN)).isEqualTo(u8(49));
    assertThatThrownBy(() -> ByteFunctions.add(LARGEST, SEVEN))
        .hasMessage("Addition overflow: 255 + 7");
    assertThatThrownBy(() -> ByteFunctions.subtract(SEVEN, LARGEST))
        .hasMessage("Subtraction overflow: 7 - 255");
    assertThatThrownBy(() -> ByteFunctions.multiply(LARGEST, SEVEN))
        .hasMessage("Multiplication overflow: 255 * 7");
  }

  @Test
  void division_zero_isAnError() {
    assertThat(ByteFunctions.divide(LARGEST, SEVEN)).isEqualTo(u8(36));
    assertThat(ByteFunctions.remainder(LARGEST, SEVEN)).isEqualTo(u8(3));
    assertThatThrownBy(() -> ByteFunctions.divide(SEVEN, ZERO))
        .hasMessage("Division by zero: 7 / 0");
    assertThatThrownBy(() -> ByteFunctions.remainder(SEVEN, ZERO))
        .hasMessage("Modulo division by zero or overflow: 7 % 0");
  }

  @Test
  void power_exponent_isAnInteger() {
    assertThat(ByteFunctions.power(u8(2), 7)).isEqualTo(u8(128));
    assertThat(ByteFunctions.power(u8(1), 1_000_000)).isEqualTo(u8(1));
    assertThat(ByteFunctions.power(ZERO, 0)).isEqualTo(u8(1));
    assertThatThrownBy(() -> ByteFunctions.power(u8(2), 8))
        .hasMessage("Exponential overflow: 2 ** 8");
    assertThatThrownBy(() -> ByteFunctions.power(u8(1), 1L << 32))
        .hasMessageStartingWith("Exponential overflow");
    assertThatThrownBy(() -> ByteFunctions.power(u8(1), -1))
        .hasMessage("Integer raised to a negative power: 1 ** -1");
  }

  @Test
  void shift_far_isNoError() {
    assertThat(ByteFunctions.shiftLeft(SEVEN, 6)).isEqualTo(u8(192));
    assertThat(ByteFunctions.shiftLeft(SEVEN, 8)).isEqualTo(ZERO);
    assertThat(ByteFunctions.shiftLeft(SEVEN, -1)).isEqualTo(u8(3));
    assertThat(ByteFunctions.shiftLeft(SEVEN, Long.MIN_VALUE)).isEqualTo(ZERO);
    assertThat(ByteFunctions.shiftRight(LARGEST, 99)).isEqualTo(u8(1));
    assertThat(ByteFunctions.shiftRight(SEVEN, -1)).isEqualTo(u8(14));
    assertThat(ByteFunctions.shiftRight(SEVEN, Long.MIN_VALUE)).isEqualTo(ZERO);
  }

  @Test
  void bits_areCombined() {
    assertThat(ByteFunctions.and(u8(12), u8(10))).isEqualTo(u8(8));
    assertThat(ByteFunctions.or(u8(12), u8(10))).isEqualTo(u8(14));
    assertThat(ByteFunctions.exclusiveOr(u8(12), u8(10))).isEqualTo(u8(6));
  }

  @Test
  void comparison_bytes_areNumbers() {
    assertThat(ByteFunctions.less(SEVEN, LARGEST)).isTrue();
    assertThat(ByteFunctions.lessOrEqual(SEVEN, u8(7))).isTrue();
    assertThat(ByteFunctions.greater(SEVEN, LARGEST)).isFalse();
    assertThat(ByteFunctions.greaterOrEqual(SEVEN, u8(7))).isTrue();
    assertThat(ByteFunctions.equal(SEVEN, u8(7))).isTrue();
    assertThat(ByteFunctions.notEqual(SEVEN, u8(7))).isFalse();
    assertThat(ByteFunctions.max(SEVEN, LARGEST)).isEqualTo(LARGEST);
    assertThat(ByteFunctions.min(SEVEN, LARGEST)).isEqualTo(SEVEN);
    assertThat(ByteFunctions.isZero(ZERO)).isTrue();
    assertThat(ByteFunctions.isOdd(SEVEN)).isTrue();
    assertThat(ByteFunctions.isEven(SEVEN)).isFalse();
  }
}

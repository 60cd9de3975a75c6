package dev.coachwhip.rhai.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiRange;
import org.junit.jupiter.api.Test;

class BitFieldFunctionsTest {

  private static long setBits(long value, long start, long bits, long replacement) {
    Ref<Long> ref = new Ref<>(value);
    BitFieldFunctions.setBits(ref, start, bits, replacement);
    return ref.get();
  }

  @Test
  void getBit_negativeIndex_countsFromTheTop() {
    assertThat(BitFieldFunctions.getBit(Long.MIN_VALUE, -1)).isTrue();
    assertThat(BitFieldFunctions.getBit(1, -64)).isTrue();
    assertThat(BitFieldFunctions.getBit(2, 0)).isFalse();
  }

  @Test
  void getBit_outside_saysHowManyThereAre() {
    assertThatThrownBy(() -> BitFieldFunctions.getBit(1, 64))
        .isInstanceOf(RhaiError.class)
        .hasMessage("Bit-field index 64 out of bounds: only 64 bits in bit-field");
    assertThatThrownBy(() -> BitFieldFunctions.getBit(1, -65)).isInstanceOf(RhaiError.class);
  }

  @Test
  void setBit_onAndOff_changesOne() {
    Ref<Long> value = new Ref<>(0b1010L);
    BitFieldFunctions.setBit(value, 0, true);
    BitFieldFunctions.setBit(value, 3, false);
    assertThat(value.get()).isEqualTo(0b0011);
  }

  @Test
  void getBits_field_isShiftedDown() {
    assertThat(BitFieldFunctions.getBits(0b1001_1010, 4, 4)).isEqualTo(9);
    assertThat(BitFieldFunctions.getBits(-1, -8, 4)).isEqualTo(15);
    assertThat(BitFieldFunctions.getBits(-1, 0, 64)).isEqualTo(-1);
    assertThat(BitFieldFunctions.getBits(-1, 60, 100)).isEqualTo(15);
    assertThat(BitFieldFunctions.getBits(-1, 1, 63)).isEqualTo(Long.MAX_VALUE);
    assertThat(BitFieldFunctions.getBits(-1, 70, 0)).isZero();
  }

  @Test
  void getBits_range_negativeBoundsAreZero() {
    assertThat(BitFieldFunctions.getBits(0xABL, RhaiRange.exclusive(-4, 4))).isEqualTo(0xB);
    assertThat(BitFieldFunctions.getBits(0xABL, RhaiRange.inclusive(4, 7))).isEqualTo(0xA);
    assertThat(BitFieldFunctions.getBits(0xABL, RhaiRange.inclusive(4, 3))).isZero();
    assertThat(BitFieldFunctions.getBits(-1L, RhaiRange.exclusive(60, 100))).isEqualTo(15);
  }

  @Test
  void getBits_inclusiveRangePastTheEnd_isAnError() {
    assertThatThrownBy(() -> BitFieldFunctions.getBits(1, RhaiRange.inclusive(0, 64)))
        .hasMessageStartingWith("Bit-field index 64 out of bounds");
  }

  @Test
  void setBits_replacementTooWide_isCut() {
    assertThat(setBits(0, 4, 4, 0x1F9)).isEqualTo(0x90);
    assertThat(setBits(-1, 0, 64, 5)).isEqualTo(5);
    assertThat(setBits(7, 1, -1, 0)).isEqualTo(7);
    assertThat(setBits(0, 1, 63, -1)).isEqualTo(-2);
  }

  @Test
  void setBits_range_changesTheField() {
    Ref<Long> value = new Ref<>(0L);
    BitFieldFunctions.setBits(value, RhaiRange.inclusive(8, 11), 0b1010);
    BitFieldFunctions.setBits(value, RhaiRange.exclusive(0, 4), 0xF);
    assertThat(value.get()).isEqualTo(0xA0F);
  }
}

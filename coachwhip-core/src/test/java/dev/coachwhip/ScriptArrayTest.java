package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.coachwhip.error.TypeConversionException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F1: elements and copies of arrays that Java makes. */
@DisplayName("F1: ScriptArray")
class ScriptArrayTest {

  private static ScriptArray array(String dtype, long... shape) {
    int itemBytes = ScriptArray.of(MemorySegment.ofArray(new byte[0]), dtype, 0).itemBytes();
    long size = 1;
    for (long n : shape) {
      size *= n;
    }
    return ScriptArray.of(MemorySegment.ofArray(new byte[(int) size * itemBytes]), dtype, shape);
  }

  @Test
  void copyOf_nestedArrays_hasTypeShapeAndElements() {
    try (ScriptArray array = ScriptArray.copyOf(new double[][] {{1, 2, 3}, {4, 5, 6}})) {
      assertThat(array).hasToString("float64[2, 3]");
      assertThat(array.strideBytes()).containsExactly(24, 8);
      assertThat(array.isContiguous()).isTrue();
      assertThat(array.getDouble(1, 2)).isEqualTo(6);
      assertThat(array.at(1).toDoubleArray()).containsExactly(4, 5, 6);
      assertThat(array.to(double[][].class)).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    }
  }

  @Test
  void copyOf_innerLengthsDiffer_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptArray.copyOf(new int[][] {{1, 2}, {3}}));
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptArray.copyOf("text"));
    assertThat(ScriptArray.copyOf(new int[0][5])).hasToString("int32[0, 0]");
  }

  @Test
  void of_memoryOfAnotherSizeOrNoSuchType_isRefused() {
    MemorySegment memory = MemorySegment.ofArray(new byte[9]);
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptArray.of(memory, "int16", 4));
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptArray.of(memory, "int24", 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptArray.of(memory, "int64", 1L << 40, 1L << 40));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> ScriptArray.of(memory, "object", 1))
        .withMessageContaining("dtype object");
  }

  @Test
  void of_segment_sharesTheMemory() {
    short[] data = {1, 2, 3, 4};
    ScriptArray array = ScriptArray.of(MemorySegment.ofArray(data), "uint16", 2, 2);
    array.setLong(65_535, 1, 0);
    assertThat(data[2]).isEqualTo((short) -1);
    assertThat(array.toIntArray()).containsExactly(1, 2, 65_535, 4);
  }

  @Test
  void getters_ofOtherTypes_areRefusedByName() {
    ScriptArray array = ScriptArray.copyOf(new double[] {1});
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> array.getLong(0))
        .withMessage("expected long, found float64 at [0]");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> array("float64", 0).toLongArray()); // even where there is nothing
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> array.to(double[][].class))
        .withMessage("expected double[][], found float64[1]");
    assertThatIllegalArgumentException().isThrownBy(() -> array.to(String.class));
    assertThatIllegalArgumentException().isThrownBy(() -> array.getDouble(0, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> array.getDouble(-1));
  }

  @Test
  void unsigned64_aboveLong_isABigIntegerAndNoLong() {
    ScriptArray array = array("uint64", 2);
    BigInteger most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    array.set(most, 1);
    assertThat(array.get(1)).isEqualTo(most);
    assertThat(array.to(BigInteger[].class)).containsExactly(BigInteger.ZERO, most);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(array::toLongArray)
        .withMessage("expected long, found uint64 18446744073709551615 at [1]");
    array.set(BigInteger.TWO.pow(63), 0);
    assertThat(array.getDouble(0)).isEqualTo(0x1p63);
  }

  @Test
  void set_valueThatIsNotExact_isRefusedAndNothingWritten() {
    for (String dtype :
        List.of("int8", "uint8", "float16", "bool", "datetime64[s]", "<U2", "|S2")) {
      ScriptArray array = array(dtype, 1);
      for (Object value : List.of(300_001, 1e300, Duration.ofNanos(1), "abc", new byte[3])) {
        assertThatExceptionOfType(TypeConversionException.class)
            .as("%s := %s", dtype, value)
            .isThrownBy(() -> array.set(value, 0));
      }
      assertThat(array.toBytes()).containsOnly(0);
    }
  }

  @Test
  void times_haveTheirUnit() {
    LocalDateTime time = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 123_000_000);
    ScriptArray millis = array("datetime64[ms]", 2);
    millis.set(time, 0);
    millis.set(null, 1);
    assertThat(millis.to(LocalDateTime[].class)).containsExactly(time, null);
    assertThat(millis.toLongArray()).containsExactly(-877, Long.MIN_VALUE);
    ScriptArray months = array("datetime64[M]", 1);
    months.setLong(-1, 0);
    assertThat(months.get(0)).isEqualTo(LocalDateTime.of(1969, 12, 1, 0, 0));
    ScriptArray picos = array("timedelta64[ps]", 1);
    picos.setLong(5_000, 0);
    assertThat(picos.get(0)).isEqualTo(Duration.ofNanos(5));
    picos.setLong(5_001, 0);
    assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> picos.get(0));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> array("timedelta64[Y]", 1).get(0));
  }

  @Test
  void text_loneSurrogatesAndNoCodePoints_areRefused() {
    ScriptArray array = array("<U1", 1);
    array.set("😀", 0);
    assertThat(array.get(0)).isEqualTo("😀");
    array.segment().set(ValueLayout.JAVA_INT_UNALIGNED, 0, 0xD800);
    assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> array.get(0));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> array.set("\ud800", 0));
  }

  @Test
  void readOnly_refusesWritesAlsoThroughTheSegment() {
    MemorySegment memory = MemorySegment.ofArray(new int[2]).asReadOnly();
    ScriptArray array = ScriptArray.of(memory, "int32", 2);
    assertThat(array.isReadOnly()).isTrue();
    assertThat(array.segment().isReadOnly()).isTrue();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> array.setLong(1, 0));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> array.copyFrom(new int[2]));
  }

  @Test
  void close_refusesAllThatTouchesElements() {
    ScriptArray array = ScriptArray.copyOf(new int[] {1, 2});
    ScriptArray view = array.at(1);
    array.close();
    array.close();
    assertThat(array).hasToString("int32[2]");
    assertThatIllegalStateException()
        .isThrownBy(() -> array.getLong(0))
        .withMessage("the array is closed");
    assertThatIllegalStateException().isThrownBy(array::toIntArray);
    assertThatIllegalStateException().isThrownBy(array::segment);
    assertThatIllegalStateException().isThrownBy(() -> array.segment(Arena.global()));
    assertThatIllegalStateException().isThrownBy(() -> array.at(0));
    assertThatIllegalStateException().isThrownBy(view::get);
  }

  @Test
  void close_ofAView_leavesTheArray() {
    ScriptArray array = ScriptArray.copyOf(new int[] {1, 2});
    ScriptArray view = array.at(1);
    view.close();
    assertThatIllegalStateException().isThrownBy(view::get);
    assertThat(array.toIntArray()).containsExactly(1, 2);
  }
}

package dev.coachwhip.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ValuePrinter;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F1: arrays as the Java types that are asked for. */
@DisplayName("F1: arrays as Java arrays and lists")
class ScriptArrayConverterTest {

  private static final ScriptArray ARRAY = ScriptArray.copyOf(new double[][] {{1, 2}, {3, 4.5}});

  private static ScriptValue value(ScriptArray array) {
    ValuePrinter printer =
        new ValuePrinter() {
          @Override
          public String backendName() {
            return "toy";
          }

          @Override
          public String print(ScriptValue value) {
            return String.valueOf(value.data());
          }
        };
    return ScriptValue.of(array, "ndarray", printer);
  }

  @Test
  void as_arrayTypes_copies() {
    assertThat(value(ARRAY).as(double[][].class)).isDeepEqualTo(new double[][] {{1, 2}, {3, 4.5}});
    assertThat(value(ARRAY.at(1)).as(double[].class)).containsExactly(3, 4.5);
    assertThat((Object) value(ARRAY).as(List.class))
        .isEqualTo(List.of(List.of(1.0, 2.0), List.of(3.0, 4.5)));
    assertThat(Conversions.to(value(ARRAY.at(0)), JavaTypes.generic(List.class, Double.class)))
        .isEqualTo(List.of(1.0, 2.0));
  }

  @Test
  void elements_ofArrays_areGoneThroughAsThoseOfLists() {
    ScriptValue row = value(ARRAY.at(1));
    assertThat(row.asList()).extracting(ScriptValue::asDouble).containsExactly(3.0, 4.5);
    assertThat(row.asListOf(Double.class)).containsExactly(3.0, 4.5);
    assertThat(row.asStream().map(ScriptValue::typeName)).containsExactly("float64", "float64");
    try (ScriptIterator rows = value(ARRAY).asIterator()) {
      assertThat(rows.next().asListOf(Double.class)).containsExactly(1.0, 2.0);
    }
    assertThat((Object) row.as(Stream.class).toList()).isEqualTo(List.of(3.0, 4.5));
  }

  @Test
  void elements_ofAnArrayWithoutDimensions_areRefused() {
    ScriptValue single = value(ScriptArray.of(MemorySegment.ofArray(new double[] {1}), "float64"));
    assertThatExceptionOfType(TypeConversionException.class).isThrownBy(single::asList);
    assertThatExceptionOfType(TypeConversionException.class).isThrownBy(single::asIterator);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> single.asListOf(Double.class));
    assertThat(single.is(Stream.class)).isFalse();
  }

  @Test
  void as_theArrayItself_isTheSameObject() {
    assertThat(value(ARRAY).asArray()).isSameAs(ARRAY);
    assertThat(value(ARRAY).as(ScriptArray.class)).isSameAs(ARRAY);
    assertThat(value(ARRAY).toJava()).isSameAs(ARRAY);
  }

  @Test
  void as_typeThatLoses_isRefusedAndIsSaysSo() {
    assertThat(value(ARRAY).is(double[][].class)).isTrue();
    assertThat(value(ARRAY).is(int[][].class)).isFalse();
    assertThat(value(ARRAY).is(double[].class)).isFalse();
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value(ARRAY).as(float[].class));
  }

  @Test
  void asBytes_arrayOfBytes_copiesThem() {
    ScriptArray bytes = ScriptArray.copyOf(new byte[] {1, -1});
    assertThat(value(bytes).asBytes()).containsExactly(1, -1);
    assertThat(value(bytes).as(byte[].class)).containsExactly(1, -1);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value(ARRAY).asBytes());
  }
}

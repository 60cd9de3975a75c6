package dev.coachwhip.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.toy.ToyValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {

  private static final long TWO_TO_53 = 1L << 53;
  private static final BigInteger TWO_TO_63 = BigInteger.ONE.shiftLeft(63);

  private static void assertRefused(ScriptValue value, Class<?> type) {
    assertThat(value.is(type)).as("%s as %s", value, type).isFalse();
    assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> value.as(type));
  }

  private static void assertConverts(Object script, Class<?> type, Object expected) {
    ScriptValue value = ToyValues.of(script);
    assertThat(value.is(type)).as("%s is %s", value, type).isTrue();
    assertThat((Object) value.as(type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-128, 127, byte",
    "-32768, 32767, short",
    "-2147483648, 2147483647, int",
    "-9223372036854775808, 9223372036854775807, long"
  })
  void integer_atTheEndsOfTheRange_fitsAndBeyondDoesNot(
      BigInteger min, BigInteger max, String typeName) {
    for (Class<?> type : integerTypes(typeName)) {
      assertThat(((Number) ToyValues.of(min).as(type)).longValue()).isEqualTo(min.longValue());
      assertThat(((Number) ToyValues.of(max).as(type)).longValue()).isEqualTo(max.longValue());
      assertRefused(ToyValues.of(min.subtract(BigInteger.ONE)), type);
      assertRefused(ToyValues.of(max.add(BigInteger.ONE)), type);
    }
  }

  private static List<Class<?>> integerTypes(String name) {
    return switch (name) {
      case "byte" -> List.of(byte.class, Byte.class);
      case "short" -> List.of(short.class, Short.class);
      case "int" -> List.of(int.class, Integer.class);
      default -> List.of(long.class, Long.class);
    };
  }

  @Test
  void integer_toDouble_onlyWhereExact() {
    assertConverts(TWO_TO_53, double.class, (double) TWO_TO_53);
    assertRefused(ToyValues.of(TWO_TO_53 + 1), double.class);
    assertConverts(TWO_TO_53 + 2, Double.class, (double) (TWO_TO_53 + 2));
    assertRefused(ToyValues.of(Long.MAX_VALUE), double.class);
    assertConverts(Long.MIN_VALUE, double.class, (double) Long.MIN_VALUE);
    assertConverts(BigInteger.ONE.shiftLeft(1000), double.class, Math.scalb(1.0, 1000));
    assertRefused(ToyValues.of(BigInteger.ONE.shiftLeft(1024)), double.class);
  }

  @Test
  void integer_toFloat_onlyWhereExact() {
    assertConverts(1 << 24, float.class, (float) (1 << 24));
    assertRefused(ToyValues.of((1 << 24) + 1), float.class);
    assertRefused(ToyValues.of(BigInteger.ONE.shiftLeft(128)), Float.class);
  }

  @Test
  void integer_toBigTypes_isExact() {
    assertConverts(5, BigInteger.class, BigInteger.valueOf(5));
    assertConverts(TWO_TO_63, BigInteger.class, TWO_TO_63);
    assertConverts(TWO_TO_63, BigDecimal.class, new BigDecimal(TWO_TO_63));
    assertConverts(5, Number.class, 5L);
    assertConverts(TWO_TO_63, Number.class, TWO_TO_63);
    assertConverts(5, Object.class, 5L);
  }

  @ParameterizedTest
  @ValueSource(classes = {boolean.class, Boolean.class, char.class, String.class, List.class})
  void integer_toOtherKinds_isRefused(Class<?> type) {
    assertRefused(ToyValues.of(1), type);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {byte.class, short.class, int.class, long.class, Long.class, BigInteger.class})
  void float_toIntegerTypes_isRefusedEvenIfWhole(Class<?> type) {
    assertRefused(ToyValues.of(1.0), type);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 16777216.0})
  void float_toFloat_whereExact(double d) {
    assertConverts(d, float.class, (float) d);
    assertConverts(d, double.class, d);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 16777217.0, Double.MAX_VALUE, Double.MIN_VALUE})
  void float_toFloat_inexactIsRefused(double d) {
    assertRefused(ToyValues.of(d), float.class);
  }

  @Test
  void float_toBigDecimal_isItsExactValue() {
    String exact = "0.1000000000000000055511151231257827021181583404541015625";
    assertConverts(0.1, BigDecimal.class, new BigDecimal(exact));
    assertRefused(ToyValues.of(Double.NaN), BigDecimal.class);
    assertRefused(ToyValues.of(Double.NEGATIVE_INFINITY), BigDecimal.class);
  }

  @Test
  void text_toCharacter_onlyIfOneCharacter() {
    assertConverts("x", char.class, 'x');
    assertConverts("x", Character.class, 'x');
    assertConverts("x", CharSequence.class, "x");
    assertRefused(ToyValues.of(""), char.class);
    assertRefused(ToyValues.of("xy"), char.class);
    assertRefused(ToyValues.of("😀"), char.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {boolean.class, char.class, byte.class, int.class, long.class})
  void null_toPrimitive_isRefused(Class<?> type) {
    assertRefused(ToyValues.of(null), type);
  }

  @ParameterizedTest
  @ValueSource(classes = {Object.class, Long.class, String.class, List.class, int[].class})
  void null_toReferenceType_isNull(Class<?> type) {
    assertThat(ToyValues.of(null).is(type)).isTrue();
    assertThat((Object) ToyValues.of(null).as(type)).isNull();
  }

  @Test
  void anything_toOptional_holdsTheNearestObject() {
    assertConverts(5, Optional.class, Optional.of(5L));
    assertThat((Object) ToyValues.of(null).as(Optional.class)).isEqualTo(Optional.empty());
  }

  @Test
  void anything_toScriptValue_isItself() {
    ScriptValue value = ToyValues.listOf(1);
    assertThat(value.as(ScriptValue.class)).isSameAs(value);
  }

  @ParameterizedTest
  @ValueSource(classes = {List.class, Collection.class, Iterable.class, Object.class})
  void list_toSupertypes_isAJavaList(Class<?> type) {
    assertConverts(List.of(1, "a"), type, List.of(1L, "a"));
  }

  @Test
  void list_toArrays_convertsEachElement() {
    assertConverts(List.of(1, 2), int[].class, new int[] {1, 2});
    assertConverts(List.of(1, 2), double[].class, new double[] {1, 2});
    assertConverts(List.of("a"), String[].class, new String[] {"a"});
    assertConverts(List.of(List.of(1), List.of()), long[][].class, new long[][] {{1}, {}});
    assertThat(ToyValues.listOf(1, null).as(Integer[].class)).containsExactly(1, null);
  }

  @Test
  void list_elementThatDoesNotFit_isNamedWithItsPath() {
    ScriptValue value = ToyValues.of(List.of(List.of(1), List.of(2, 300)));
    assertThat(value.is(byte[][].class)).isFalse();
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value.as(byte[][].class))
        .withMessage("expected byte, found int 300 at [1][1]");
  }

  @Test
  void list_nullElementToPrimitive_isNamedWithItsPath() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> ToyValues.of(Arrays.asList(1, null)).as(int[].class))
        .withMessage("expected int, found none (null) at [1]");
  }

  @Test
  void containers_toOtherContainers_areRefused() {
    assertRefused(ToyValues.listOf(1), Set.class);
    assertRefused(ToyValues.of(Set.of(1)), List.class);
    assertRefused(ToyValues.of(Map.of()), List.class);
    assertRefused(ToyValues.listOf(), Map.class);
    assertRefused(ToyValues.of("ab"), char[].class);
    assertConverts(Set.of(1), Collection.class, Set.of(1L));
    assertConverts(Map.of("a", 1), Map.class, Map.of("a", 1L));
  }

  @Test
  void bytes_toByteArray_areACopy() {
    byte[] bytes = {1, 2};
    ScriptValue value = ToyValues.of(bytes);
    assertThat(value.as(byte[].class)).containsExactly(1, 2).isNotSameAs(bytes);
    assertThat(value.toJava()).isEqualTo(bytes).isNotSameAs(bytes);
  }

  @Test
  void reference_toPlainTypes_isRefusedAndStaysAValueForObject() {
    ScriptValue function = ToyValues.of((HostFunction) _ -> null);
    assertThat(function.isReference()).isTrue();
    assertThat(function.as(Object.class)).isSameAs(function);
    assertThat(function.toJava()).isSameAs(function);
    assertRefused(function, String.class);
    assertRefused(function, ScriptArray.class);
    assertRefused(function, ScriptCallable.class); // the toy language cannot call it from outside
  }
}

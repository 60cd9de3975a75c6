package dev.coachwhip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.toy.ToyValues;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptValueTest {

  private static void assertRefused(String message, ThrowingCallable conversion) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(conversion)
        .withMessage(message);
  }

  @Test
  void accessors_matchingKinds_returnTheData() {
    assertThat(ToyValues.of(true).asBoolean()).isTrue();
    assertThat(ToyValues.of(Long.MIN_VALUE).asLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(ToyValues.of(0.1).asDouble()).isEqualTo(0.1);
    assertThat(ToyValues.of("é\u0000😀").asString()).isEqualTo("é\u0000😀");
    assertThat(ToyValues.of(new byte[] {0, -1}).asBytes()).containsExactly(0, -1);
  }

  @Test
  void accessors_nullValue_areRefusedNotNull() {
    ScriptValue none = ToyValues.of(null);
    assertThat(none.isNull()).isTrue();
    assertRefused("expected String, found none (null)", none::asString);
    assertRefused("expected byte[], found none (null)", none::asBytes);
    assertRefused("expected long, found none (null)", none::asLong);
    assertRefused("expected double, found none (null)", none::asDouble);
    assertRefused("expected boolean, found none (null)", none::asBoolean);
    assertRefused("expected list, found none (null)", none::asList);
  }

  @Test
  void accessors_otherKinds_nameBothTypes() {
    assertRefused("expected long, found text '7'", () -> ToyValues.of("7").asLong());
    assertRefused("expected long, found float 7.0", () -> ToyValues.of(7.0).asLong());
    assertRefused("expected long, found bool true", () -> ToyValues.of(true).asLong());
    assertRefused("expected boolean, found int 1", () -> ToyValues.of(1).asBoolean());
    assertRefused("expected String, found int 1", () -> ToyValues.of(1).asString());
    assertRefused("expected set, found list", () -> ToyValues.listOf(1).asSet());
    assertRefused("expected array, found list", () -> ToyValues.listOf(1).asArray());
    assertRefused("expected callable, found int 1", () -> ToyValues.of(1).asCallable());
  }

  @Test
  void asBytes_listOfSmallInts_isRefused() {
    assertRefused("expected byte[], found list", () -> ToyValues.listOf(1, 2).asBytes());
  }

  @Test
  void asBytes_resultChanged_valueIsNot() {
    ScriptValue value = ToyValues.of(new byte[] {1});
    value.asBytes()[0] = 9;
    assertThat(value.asBytes()).containsExactly(1);
  }

  @Test
  void asMap_keyThatIsNoText_isNamed() {
    assertRefused(
        "expected map with text keys, found map with the key 1 of type int",
        () -> ToyValues.of(Map.of(1, "a")).asMap());
  }

  @Test
  void asMap_textKeys_keepsTheScriptsOrder() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put("a", 2);
    assertThat(ToyValues.of(map).asMap().keySet()).containsExactly("z", "a");
  }

  @Test
  void collections_returned_areUnmodifiable() {
    ScriptValue one = ToyValues.of(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> ToyValues.listOf(1).asList().add(one));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> ToyValues.of(Map.of("a", 1)).asMap().put("b", one));
  }

  @Test
  void toJava_nested_returnsPlainObjects() {
    Object nested = Arrays.asList(1L, null, Map.of("k", Set.of(2.5)), "s", true);
    assertThat(ToyValues.of(nested).toJava()).isEqualTo(nested);
  }

  @Test
  void toJava_bigInteger_staysExact() {
    BigInteger big = BigInteger.ONE.shiftLeft(63);
    assertThat(ToyValues.of(big).toJava()).isEqualTo(big);
  }

  @Test
  void describe_longText_isLeftOut() {
    assertThat(ToyValues.of("x".repeat(50)).describe()).isEqualTo("text");
  }

  @Test
  void equals_sameData_isEqualWhateverTheTypeName() {
    assertThat(ToyValues.of(new byte[] {1, 2}))
        .isEqualTo(ToyValues.of(new byte[] {1, 2}))
        .hasSameHashCodeAs(ToyValues.of(new byte[] {1, 2}));
    assertThat(ToyValues.listOf(1, "a")).isEqualTo(ToyValues.listOf(1, "a"));
    assertThat(ToyValues.of(1)).isNotEqualTo(ToyValues.of(1.0));
    assertThat(ToyValues.of(null)).isNotEqualTo(ToyValues.of(false));
  }

  @Test
  void toString_text_isTheTextItself() {
    assertThat(ToyValues.of("plain")).hasToString("plain");
  }

  @ParameterizedTest
  @ValueSource(classes = {String.class, int.class, Object.class})
  void is_anyType_agreesWithAs(Class<?> type) {
    ScriptValue value = ToyValues.of("abc");
    boolean converts;
    try {
      value.as(type);
      converts = true;
    } catch (TypeConversionException e) {
      converts = false;
    }
    assertThat(value.is(type)).isEqualTo(converts);
  }

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void as_nullType_throwsNullPointer() {
    assertThatNullPointerException().isThrownBy(() -> ToyValues.of(1).as(null));
  }
}

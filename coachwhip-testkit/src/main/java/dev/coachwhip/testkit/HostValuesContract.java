package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coachwhip.error.TypeConversionException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values that the host gives to scripts. */
interface HostValuesContract extends ContractFixture {

  /** Values as {@code toJava()} gives them, of every kind and at every edge. */
  private static List<Object> values() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("z", 1L);
    map.put("a", Arrays.asList(1L, null, Map.of("deep", List.of(List.of()))));
    map.put("none", null);
    return List.of(
        true,
        false,
        0L,
        -1L,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        BigInteger.ONE.shiftLeft(63),
        BigInteger.ONE.shiftLeft(70).negate(),
        BigInteger.ONE.shiftLeft(5000).subtract(BigInteger.ONE),
        0.1,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        "",
        "é ß 漢字 😀 \u0000 \r\n \uFEFF end",
        "x".repeat(100_000),
        new byte[0],
        new byte[] {0, 1, -1, 127, -128},
        List.of(),
        map,
        Map.of(1L, "one"),
        Set.of(),
        Set.of(1L, "a"));
  }

  private static String name(Object value) {
    String text = value instanceof byte[] bytes ? Arrays.toString(bytes) : value.toString();
    return value.getClass().getSimpleName() + " " + text.substring(0, Math.min(40, text.length()));
  }

  @TestFactory
  @DisplayName("E4 host value through a global")
  default Stream<DynamicTest> setGlobal_plainValue_isReadBackUnchanged() {
    return values().stream().map(value -> dynamicTest(name(value), () -> checkRoundTrip(value)));
  }

  private void checkRoundTrip(Object value) {
    if (!dialect().holds(value)) {
      assertThatExceptionOfType(TypeConversionException.class)
          .isThrownBy(() -> engine().setGlobal("v", value));
      return;
    }
    engine().setGlobal("v", value);
    assertThat(engine().getGlobal("v").toJava()).isEqualTo(value);
    assertThat(run(dialect().result("v")).toJava()).isEqualTo(value);
    run(dialect().function("identity", List.of("x"), "x"));
    assertThat(engine().call("identity", value).toJava()).isEqualTo(value);
  }

  @Test
  @DisplayName("E4 null is the language's null")
  default void setGlobal_null_isTheLanguagesNull() {
    engine().setGlobal("v", null);
    assertThat(run(dialect().result("v")).isNull()).isTrue();
  }

  @Test
  @DisplayName("E4 a host's number type does not matter, its value does")
  default void setGlobal_narrowNumbers_keepTheirValue() {
    engine().setGlobal("v", List.of(1, (short) 2, (byte) 3, 0.5f));
    assertThat(engine().getGlobal("v").toJava()).isEqualTo(List.of(1L, 2L, 3L, 0.5));
  }

  @Test
  @DisplayName("E4 booleans stay booleans")
  default void setGlobal_true_isNoInteger() {
    engine().setGlobal("v", true);
    assertThat(engine().getGlobal("v").is(long.class)).isFalse();
    assertThat(engine().getGlobal("v").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("E4 a collection changed later is not seen by scripts")
  default void setGlobal_listChangedLater_isACopy() {
    List<Integer> list = new ArrayList<>(List.of(1));
    engine().setGlobal("v", list);
    list.add(2);
    assertThat(engine().getGlobal("v").asList()).hasSize(1);
  }

  @Test
  @DisplayName("E4 an unknown type is refused by name")
  default void setGlobal_unknownType_namesIt() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().setGlobal("v", new StringBuilder().getClass()))
        .withMessageContaining("java.lang.Class")
        .satisfies(e -> assertThat(e.found()).contains("java.lang.Class"))
        .satisfies(e -> assertThat(e.expected()).isNotBlank());
    assertThat(engine().globalNames()).isEmpty();
  }

  @Test
  @DisplayName("E4 an unknown type inside containers is refused with its place")
  default void setGlobal_unknownTypeInside_namesThePlace() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().setGlobal("v", Map.of("key", List.of(1, new Object()))))
        .withMessageContainingAll("java.lang.Object", "key", "[1]");
  }

  @Test
  @DisplayName("E4 a lone surrogate is refused clearly")
  default void setGlobal_loneSurrogate_isRefused() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().setGlobal("v", "broken \uD83D text"))
        .withMessageContaining("surrogate");
  }

  @Test
  @DisplayName("E4 a list that contains itself is refused")
  default void setGlobal_listInItself_isRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().setGlobal("v", list));
  }
}

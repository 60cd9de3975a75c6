package dev.coachwhip.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class GlobalAssignmentTest {

  static Stream<Arguments> typedValues() {
    return Stream.of(
        arguments("5", 5L),
        arguments("-0", 0L),
        arguments("+7", 7L),
        arguments("9223372036854775807", Long.MAX_VALUE),
        arguments("9223372036854775808", BigInteger.TWO.pow(63)),
        arguments("5.0", 5.0),
        arguments(".5", 0.5),
        arguments("5.", 5.0),
        arguments("-1.5e-3", -0.0015),
        arguments("1e3", 1000.0),
        arguments("true", true),
        arguments("false", false),
        arguments("null", null),
        arguments("[1, \"a\", null]", Arrays.asList(1L, "a", null)),
        arguments("{\"a\": [2.5]}", Map.of("a", List.of(2.5))),
        arguments("\"5\"", "5"));
  }

  @ParameterizedTest
  @MethodSource("typedValues")
  void parse_value_isTypedByItsForm(String text, @Nullable Object expected) {
    assertThat(GlobalAssignment.parse("x=" + text)).isEqualTo(new GlobalAssignment("x", expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "007", "-01", "1.2.3", "1e", "e5", ".", "-", "5mW", "True", "nan", "a=b", "1_000"
      })
  void parse_anythingElse_isText(String text) {
    assertThat(GlobalAssignment.parse("x=" + text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1", "{\"a\":1,\"a\":2}", "[1] 2", "\"x", "{a:1}", "[NaN]", "[1e999]"})
  void parse_brokenJson_isRefusedByName(String text) {
    assertThatThrownBy(() -> GlobalAssignment.parse("power=" + text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("power");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_x=1", "größe=1", "x1=1"})
  void parse_identifier_isAccepted(String text) {
    assertThat(GlobalAssignment.parse(text).value()).isEqualTo(1L);
  }

  @Test
  void parseAll_sameNameTwice_keepsTheLater() {
    assertThat(GlobalAssignment.parseAll(List.of("x=1", "y=2", "x=3")))
        .containsExactly(Map.entry("x", 3L), Map.entry("y", 2L));
  }
}

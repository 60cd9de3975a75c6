package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.Complex;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("python")
@DisplayName("V: NumPy's scalars")
class NumPyScalarsTest {

  private static final String INSTALLED =
      "import importlib.util\nimportlib.util.find_spec('numpy') is not None";

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void importNumPy() {
    assumeTrue(python.run(INSTALLED).asBoolean(), "NumPy is not installed");
    python.run("import numpy as np");
  }

  @AfterEach
  void close() {
    python.close();
  }

  static Stream<Arguments> counterparts() {
    return Stream.of(
        Arguments.of("np.bool_(True)", true),
        Arguments.of("np.int8(-128)", -128L),
        Arguments.of("np.int64(-2**63)", Long.MIN_VALUE),
        Arguments.of("np.uint64(2**64 - 1)", BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
        Arguments.of("np.float16(0.1)", 0.0999755859375),
        Arguments.of("np.float32(0.1)", (double) 0.1f),
        Arguments.of("np.float64(0.1)", 0.1),
        Arguments.of("np.longdouble(0.5)", 0.5),
        Arguments.of("np.longdouble('-inf')", Double.NEGATIVE_INFINITY),
        Arguments.of("np.complex64(1 + 2j)", new Complex(1, 2)),
        Arguments.of("np.complex128(1 - 3j)", new Complex(1, -3)),
        Arguments.of("np.clongdouble(1 + 2j)", new Complex(1, 2)),
        Arguments.of("np.str_('text')", "text"),
        Arguments.of("np.datetime64('2024')", LocalDate.of(2024, 1, 1)),
        Arguments.of("np.datetime64('1969-11')", LocalDate.of(1969, 11, 1)),
        Arguments.of("np.datetime64('2024-02-29')", LocalDate.of(2024, 2, 29)),
        Arguments.of("np.datetime64('-0044-03-15')", LocalDate.of(-44, 3, 15)),
        Arguments.of("np.datetime64('1969-12-31T23')", LocalDateTime.of(1969, 12, 31, 23, 0)),
        Arguments.of(
            "np.datetime64('1969-12-31T23:59:59.999999999')",
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999)),
        Arguments.of("np.datetime64(7, '25s')", LocalDateTime.of(1970, 1, 1, 0, 2, 55)),
        Arguments.of("np.datetime64(2000, 'ps')", LocalDateTime.of(1970, 1, 1, 0, 0, 0, 2)),
        Arguments.of("np.timedelta64(-1, 'ns')", Duration.ofNanos(-1)),
        Arguments.of("np.timedelta64(3, 'W')", Duration.ofDays(21)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counterparts")
  void toJava_ofEachKind_isItsCounterpart(String expression, Object expected) {
    ScriptValue value = python.run("v = " + expression + "\nv");
    assertThat(value.toJava()).isEqualTo(expected);
    python.engine().setGlobal("back", value);
    assertThat(python.run("bool(back == v)").asBoolean()).isTrue();
  }

  @Test
  void bytesAndStructures_areTheirBytes() {
    assertThat(python.run("np.bytes_(b'ab')").asBytes()).containsExactly('a', 'b');
    assertThat(python.run("np.void(b'ab')").asBytes()).containsExactly('a', 'b');
    assertThat(python.run("np.array([(1, 2)], dtype='u1,>u2')[0]").asBytes())
        .containsExactly(1, 0, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "np.datetime64('NaT')", "np.timedelta64('NaT', 's')", "np.timedelta64(5)",
        "np.timedelta64(5, 'M')", "np.datetime64(1, 'ps')", "np.datetime64(2**62, 'D')",
        "np.datetime64(2**62, 's')", "np.datetime64(2**62, 'Y')", "np.timedelta64(2**62, 'W')",
        "np.ma.array([1, 2], mask=[0, 1])", "np.ma.masked"
      })
  void value_withoutCounterpart_isTheSameObjectAgain(String expression) {
    ScriptValue value = python.run("kept = " + expression + "\nkept");
    assertThat(value.isReference()).as(value.typeName()).isTrue();
    python.engine().setGlobal("back", value);
    assertThat(python.run("back is kept").asBoolean()).isTrue();
  }

  @Test
  void maskedArray_isNoArray() {
    ScriptValue value = python.run("np.ma.array([1, 2], mask=[0, 1])");
    assertThatThrownBy(value::asArray).isInstanceOf(TypeConversionException.class);
  }

  @Test
  void longDouble_withMoreDigits_staysInPython() {
    String third = "np.longdouble(1) / 3";
    boolean longer = python.run("np.finfo(np.longdouble).nmant > 52").asBoolean();
    assertThat(python.run(third).isReference()).isEqualTo(longer);
    assertThat(python.run("np.clongdouble(" + third + ")").isReference()).isEqualTo(longer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"datetime64", "timedelta64"})
  void times_fromPythonAndBack_areEqualAndOfTheirClass(String type) {
    String text =
        """
        import random
        r = random.Random(1)
        units = ("h", "m", "s", "ms", "us", "ns")
        vs = [np.%1$s(r.randrange(-2**62, 2**62) >> r.randrange(20, 60), r.choice(units)) for _ in range(300)]
        vs
        """
            .formatted(type);
    ScriptValue values = python.run(text);
    assertThat(values.asList()).noneMatch(ScriptValue::isReference);
    python.engine().setGlobal("back", values);
    assertThat(
            python
                .run("[(a, b) for a, b in zip(vs, back) if type(a) is not type(b) or a != b]")
                .toJava())
        .isEqualTo(List.of());
  }
}

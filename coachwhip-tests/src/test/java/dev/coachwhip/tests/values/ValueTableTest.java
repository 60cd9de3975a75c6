package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** What becomes what, what stays in Python, and what is refused. */
@Tag("python")
@DisplayName("V: the table of values")
class ValueTableTest {

  private static final String IMPORTS =
      """
      import collections, enum, pathlib, types, uuid
      from datetime import date, datetime, time, timedelta, timezone, tzinfo
      from decimal import Decimal
      from fractions import Fraction
      from zoneinfo import ZoneInfo
      """;

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void imports() {
    python.run(IMPORTS);
  }

  @AfterEach
  void close() {
    python.close();
  }

  static Stream<Arguments> counterparts() {
    LocalDateTime noon = LocalDateTime.of(2024, 2, 29, 12, 0);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return Stream.of(
        Arguments.of("1+2j", new Complex(1, 2)),
        Arguments.of("range(1, 6, 2)", List.of(1L, 3L, 5L)),
        Arguments.of("datetime(2024, 2, 29, 12)", noon),
        Arguments.of(
            "datetime(2024, 2, 29, 12, tzinfo=timezone.utc)", noon.atOffset(ZoneOffset.UTC)),
        Arguments.of(
            "datetime(2024, 2, 29, 12, tzinfo=ZoneInfo('Europe/Berlin'))", noon.atZone(berlin)),
        Arguments.of("date(2024, 2, 29)", LocalDate.of(2024, 2, 29)),
        Arguments.of("time(1, 2, 3, 4)", LocalTime.of(1, 2, 3, 4000)),
        Arguments.of("time(1, tzinfo=timezone.utc)", OffsetTime.of(1, 0, 0, 0, ZoneOffset.UTC)),
        Arguments.of("timedelta(-1, 1, 1)", Duration.ofDays(-1).plusSeconds(1).plusNanos(1000)),
        Arguments.of("timezone(timedelta(hours=-3))", ZoneOffset.ofHours(-3)),
        Arguments.of("ZoneInfo('Europe/Berlin')", berlin),
        Arguments.of("Decimal('1.10')", new BigDecimal("1.10")),
        Arguments.of("Decimal('-0.00')", new BigDecimal("0.00")),
        Arguments.of("Fraction(6, -4)", Fraction.of(-3, 2)),
        Arguments.of("uuid.UUID(int=1)", new UUID(0, 1)),
        Arguments.of("pathlib.Path('a') / 'b'", Path.of("a", "b")),
        Arguments.of("pathlib.PurePath('a')", Path.of("a")),
        Arguments.of("collections.deque([1, 2], maxlen=2)", List.of(1L, 2L)),
        Arguments.of("{1: 2}.keys()", Set.of(1L)),
        Arguments.of("{1: 2}.values()", List.of(2L)),
        Arguments.of("{1: 2}.items()", List.of(List.of(1L, 2L))),
        Arguments.of("types.MappingProxyType({1: 2})", Map.of(1L, 2L)),
        Arguments.of("collections.OrderedDict(a=1)", Map.of("a", 1L)),
        Arguments.of("collections.defaultdict(list, a=1)", Map.of("a", 1L)),
        Arguments.of("collections.Counter('aa')", Map.of("a", 2L)),
        Arguments.of("enum.IntEnum('E', 'A B').B", 2L),
        Arguments.of("enum.IntFlag('E', 'A B')(3)", 3L),
        Arguments.of("type('Text', (str,), {})('t')", "t"),
        Arguments.of("type('Day', (date,), {})(2024, 1, 1)", LocalDate.of(2024, 1, 1)),
        Arguments.of("type('Money', (Decimal,), {})('1.0')", new BigDecimal("1.0")),
        Arguments.of("type('Z', (complex,), {})(1)", new Complex(1, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counterparts")
  void toJava_ofEachKind_isItsCounterpart(String expression, Object expected) {
    ScriptValue value = python.run(expression);
    assertThat(value.toJava()).isEqualTo(expected);
    assertThat(value.typeName())
        .isEqualTo(python.run("type(" + expression + ").__name__").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range(10**19, 10**19 + 3)",
        "range(2**31)",
        "Decimal('NaN')",
        "Decimal('sNaN')",
        "Decimal('-Infinity')",
        "Decimal('1E+99999999999')",
        "timezone(timedelta(hours=20))",
        "timezone(timedelta(microseconds=1))",
        "datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=20)))",
        "time(1, tzinfo=ZoneInfo('Europe/Berlin'))",
        "ZoneInfo.from_file(__import__('io').BytesIO(b'TZif' + bytes(16) + b'\\0\\0\\0\\0' * 4 + b'\\0\\0\\0\\1\\0\\0\\0\\4' + bytes(6) + b'UTC\\0'))",
        "pathlib.Path('\\udcff')",
        "pathlib.Path('a\\0b')",
        "pathlib.PureWindowsPath('a') if __import__('os').name != 'nt' else pathlib.PurePosixPath('a')",
        "enum.Enum('E', 'A').A",
        "enum.Flag('E', 'A B')(3)",
        "types.SimpleNamespace(a=1)",
        "collections.UserDict(a=1)",
        "collections.ChainMap({})"
      })
  void value_withoutCounterpart_isTheSameObjectAgain(String expression) {
    ScriptValue value = python.run("kept = " + expression + "\nkept");
    assertThat(value.isReference()).isTrue();
    python.engine().setGlobal("back", value);
    assertThat(python.run("back is kept").asBoolean()).isTrue();
    assertThat(value.toString()).isNotEmpty();
  }

  @Test
  void range_long_takesNoTimeAndNoMemory() {
    ScriptValue value = python.run("range(0, 2**62, 2**32)");
    assertThat(value.asList()).hasSize(1 << 30);
    assertThat(value.asList().getLast().asLong()).isEqualTo((1L << 62) - (1L << 32));
    assertThat(value).hasToString("range(0, 4611686018427387904, 4294967296)");
  }

  @Test
  void datetime_inTheHourThatIsLeftOut_keepsItsOffset() {
    ScriptValue value =
        python.run("datetime(2024, 3, 31, 2, 30, tzinfo=ZoneInfo('Europe/Berlin'))");
    assertThat(value.toJava()).isEqualTo(OffsetDateTime.parse("2024-03-31T02:30+01:00"));
  }

  @Test
  void datetime_inTheHourThatIsThereTwice_isTheOneOfItsFold() {
    String text =
        "[datetime(2024, 10, 27, 2, 30, fold=f, tzinfo=ZoneInfo('Europe/Berlin')) for f in (0, 1)]";
    List<ScriptValue> values = python.run(text).asList();
    assertThat(values.get(0).as(ZonedDateTime.class).getOffset()).isEqualTo(ZoneOffset.ofHours(2));
    assertThat(values.get(1).as(ZonedDateTime.class).getOffset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(values.get(1).as(Instant.class)).isEqualTo("2024-10-27T01:30:00Z");
  }

  @Test
  void datetime_withAZoneOfTheScripts_hasItsOffset() {
    String text =
        """
        class Own(tzinfo):
            def utcoffset(self, moment):
                return timedelta(hours=5)
        datetime(2024, 1, 1, tzinfo=Own())
        """;
    assertThat(python.run(text).toJava()).isEqualTo(OffsetDateTime.parse("2024-01-01T00:00+05:00"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(Instant.ofEpochSecond(0, 1), "nanoseconds"),
        Arguments.of(LocalTime.MAX, "nanoseconds"),
        Arguments.of(LocalDate.of(0, 1, 1), "years"),
        Arguments.of(LocalDateTime.of(10_000, 1, 1, 0, 0), "years"),
        Arguments.of(Instant.MAX, "years"),
        Arguments.of(Duration.ofNanos(1), "nanoseconds"),
        Arguments.of(Duration.ofSeconds(Long.MAX_VALUE), "days"),
        Arguments.of(ZoneId.of("UTC+01:00"), "UTC+01:00"),
        Arguments.of(Path.of(URI.create("jrt:/java.base")), "another file system"),
        Arguments.of(new Object(), "java.lang.Object"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void setGlobal_whatPythonCannotHold_isAnErrorThatSaysWhere(Object value, String reason) {
    Map<String, ?> nested = Map.of("rows", List.of(1, 2, 3, value));
    assertThatThrownBy(() -> python.engine().setGlobal("v", nested))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining(reason)
        .hasMessageEndingWith(" at value[\"rows\"][3]");
    assertThat(python.engine().globalNames()).doesNotContain("v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2**63", "1.5", "'1'", "Decimal(1)", "None", "True"})
  void as_longArrayInARecordOfLists_saysWhatAndWhere(String element) {
    ScriptValue value = python.run("{'rows': [1, 2, 3, " + element + "]}");
    assertThatThrownBy(() -> value.asMapOf(long[].class))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("long")
        .hasMessageContaining(python.run("type(" + element + ").__name__").asString())
        .hasMessageEndingWith("[\"rows\"][3]");
  }

  @Test
  void result_textThatIsNone_saysWhere() {
    assertThatThrownBy(() -> python.run("{'rows': [0, (1, {2: '\\ud800'})]}"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageEndingWith(" at value[\"rows\"][1][1][2]");
  }

  @Test
  void result_thatContainsItself_namesBothTypesAndThePlace() {
    assertThatThrownBy(() -> python.run("a = {}\na['k'] = [a]\na"))
        .isInstanceOfSatisfying(
            TypeConversionException.class,
            e -> {
              assertThat(e.expected()).isEqualTo("a value that ends");
              assertThat(e.found()).isEqualTo("dict that contains itself");
            })
        .hasMessage("a dict contains itself at value[\"k\"][0]");
  }
}

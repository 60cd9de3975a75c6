package dev.coachwhip.tests.stress;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversions of plain values: each kind to Java and to Python. */
final class SoakedValues {

  /** A value that Python makes and Java gets. */
  private record FromPython(String expression, Class<?> javaType) {}

  private static final List<FromPython> FROM_PYTHON =
      List.of(
          new FromPython("True", boolean.class),
          new FromPython("7", int.class),
          new FromPython("2 ** 62 + 1", long.class),
          new FromPython("3 ** 100", BigInteger.class),
          new FromPython("0.1", double.class),
          new FromPython("1 - 2j", Complex.class),
          new FromPython("'plain ' * 20", String.class),
          new FromPython("'кириллица ' * 20", String.class),
          new FromPython("'\\U0001F600 ' * 20", String.class),
          new FromPython("b'bytes' * 20", byte[].class),
          new FromPython("bytearray(100)", byte[].class),
          new FromPython("memoryview(bytes(100))", byte[].class),
          new FromPython("[1, 'two', [3.0, None]]", List.class),
          new FromPython("[n * 0.5 for n in range(100)]", double[].class),
          new FromPython("[n * 1000 for n in range(100)]", long[].class),
          new FromPython("(1, ('two', 3.0))", List.class),
          new FromPython("{1000, 2000, 'three'}", Set.class),
          new FromPython("frozenset((1000, 2000))", Set.class),
          new FromPython("{'a': 1000, 'b': [2000], 3000: None}", Object.class),
          new FromPython("range(5, 500, 7)", List.class),
          new FromPython("datetime.datetime(2026, 11, 22, 12, 30, 1, 5)", LocalDateTime.class),
          new FromPython(
              "datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.timezone.utc)",
              OffsetDateTime.class),
          new FromPython("datetime.date(2026, 11, 22)", LocalDate.class),
          new FromPython("datetime.time(12, 30, 1, 5)", LocalTime.class),
          new FromPython("datetime.timedelta(days=-1, microseconds=5)", Duration.class),
          new FromPython("decimal.Decimal('-1.250')", BigDecimal.class),
          new FromPython("fractions.Fraction(22, 7)", Fraction.class),
          new FromPython("uuid.UUID(int=3 ** 70)", UUID.class),
          new FromPython("pathlib.PurePath('a', 'b')", Path.class),
          new FromPython("Axis.HOURS", ChronoUnit.class),
          new FromPython("Pair(1.5, [2])", Spot.class),
          new FromPython("Place(1.5, [2])", Spot.class));

  /** Imports and classes for the expressions. */
  private static final String SETUP =
      """
      import collections, dataclasses, datetime, decimal, enum, fractions, pathlib, uuid

      Axis = enum.Enum("Axis", "HOURS DAYS")
      Pair = collections.namedtuple("Pair", "x marks")

      @dataclasses.dataclass
      class Place:
          x: float
          marks: list
      """;

  /** What the named tuple and the dataclass are in Java. */
  record Spot(double x, List<Integer> marks) {}

  private static final List<Object> FROM_JAVA =
      List.of(
          true,
          'c',
          (byte) 7,
          1 << 20,
          1L << 62,
          BigInteger.TWO.pow(100),
          0.5f,
          0.1,
          new Complex(1, -2),
          "plain ".repeat(20),
          "кириллица ".repeat(20),
          "\uD83D\uDE00 ".repeat(20),
          new byte[100],
          List.of(1000, "two", List.of(3.0)),
          Set.of(1000, 2000),
          Map.of("a", 1000, "b", List.of(2000)),
          new String[] {"one", "two"},
          new int[][] {{1, 2}, {3, 4}},
          Optional.of("some"),
          LocalDateTime.of(2026, 11, 22, 12, 30),
          OffsetDateTime.of(2026, 11, 22, 12, 30, 0, 0, ZoneOffset.ofHours(2)),
          LocalDate.of(2026, 11, 22),
          LocalTime.NOON,
          Duration.ofMillis(-1500),
          new BigDecimal("-1.250"),
          Fraction.of(22, 7),
          new UUID(1, 2),
          Path.of("a", "b"));

  private SoakedValues() {}

  /** Makes Python's values, and returns the conversions of all values. */
  static List<SoakedConversion> prepare(ScriptEngine engine) {
    engine.executeScript(SETUP);
    List<SoakedConversion> conversions = new ArrayList<>();
    conversions.add(new SoakedConversion("null", SoakedValues::nullBothWays));
    for (FromPython kind : FROM_PYTHON) {
      String global = "value_" + conversions.size();
      engine.executeScript(global + " = " + kind.expression());
      conversions.add(
          new SoakedConversion(
              kind.expression(),
              python -> Objects.requireNonNull(python.getGlobal(global).as(kind.javaType()))));
    }
    for (Object value : FROM_JAVA) {
      conversions.add(
          new SoakedConversion(
              value.getClass() + " " + value, python -> python.setGlobal("received", value)));
    }
    return conversions;
  }

  private static void nullBothWays(ScriptEngine python) {
    @Nullable Object none = null;
    python.setGlobal("received", none);
    ScriptValue back = python.getGlobal("received");
    if (!back.isNull()) {
      throw new AssertionError(back);
    }
  }
}

package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.tests.support.TestEngine;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From Java to Python and back, of every kind: random values and edges (V). */
@Tag("python")
class JavaKindsTest {

  private static final long SEED = 20_240_331;
  private static final int COUNT = 300;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe");

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  /**
   * A kind of value.
   *
   * @param pythonType what it must be in Python
   */
  record Kind(
      String name, String pythonType, List<?> edges, Function<Random, ? extends Object> random) {
    @Override
    public String toString() {
      return "V: " + name;
    }
  }

  private static Kind kind(
      Class<?> type, String pythonType, List<?> edges, Function<Random, ?> random) {
    return new Kind(type.getSimpleName(), pythonType, edges, random);
  }

  static Stream<Kind> kinds() {
    return Stream.concat(numbersAndNames(), times());
  }

  private static Stream<Kind> numbersAndNames() {
    return Stream.of(
        kind(Long.class, "int", List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE), Random::nextLong),
        kind(
            BigInteger.class,
            "int",
            List.of(two(63), two(63).negate().subtract(BigInteger.ONE)),
            r -> new BigInteger(64 + r.nextInt(300), r).setBit(64)),
        kind(
            Double.class,
            "float",
            List.of(0.0, -0.0, Double.MIN_VALUE, Double.NaN),
            r -> Double.longBitsToDouble(r.nextLong())),
        kind(String.class, "str", List.of("", "\0", "\ud83d\udc0d"), JavaKindsTest::text),
        kind(
            Complex.class,
            "complex",
            List.of(new Complex(-0.0, Double.NaN)),
            r -> new Complex(r.nextGaussian(), Double.longBitsToDouble(r.nextLong()))),
        kind(
            BigDecimal.class,
            "decimal.Decimal",
            List.of(
                new BigDecimal("1.10"),
                new BigDecimal("0E+7"),
                decimal(1, Integer.MAX_VALUE),
                decimal(-9, Integer.MIN_VALUE)),
            r -> new BigDecimal(new BigInteger(200, r), r.nextInt(2000) - 1000)),
        kind(
            Fraction.class,
            "fractions.Fraction",
            List.of(Fraction.of(0, 1), Fraction.of(-1, 3)),
            r ->
                new Fraction(
                    new BigInteger(99, r).subtract(two(98)),
                    new BigInteger(90, r).add(BigInteger.ONE))),
        kind(
            UUID.class,
            "uuid.UUID",
            List.of(new UUID(0, 0), new UUID(-1, -1)),
            r -> new UUID(r.nextLong(), r.nextLong())),
        kind(
            Path.class,
            "pathlib.Path",
            List.of(Path.of("."), Path.of("").toAbsolutePath()),
            r -> Path.of("a" + r.nextInt(9), "b c", "..", "x'" + r.nextInt(9))));
  }

  private static Stream<Kind> times() {
    return Stream.of(
        kind(
            LocalDate.class,
            "datetime.date",
            List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)),
            JavaKindsTest::date),
        kind(
            LocalTime.class,
            "datetime.time",
            List.of(LocalTime.MIN, LocalTime.of(23, 59, 59, 999_999_000)),
            JavaKindsTest::time),
        kind(LocalDateTime.class, "datetime.datetime", List.of(), JavaKindsTest::dateTime),
        kind(
            OffsetDateTime.class,
            "datetime.datetime",
            List.of(),
            r -> dateTime(r).atOffset(offset(r))),
        kind(
            ZonedDateTime.class,
            "datetime.datetime",
            List.of(overlap().withEarlierOffsetAtOverlap(), overlap().withLaterOffsetAtOverlap()),
            JavaKindsTest::inZone),
        kind(OffsetTime.class, "datetime.time", List.of(), r -> time(r).atOffset(offset(r))),
        kind(
            Duration.class,
            "datetime.timedelta",
            List.of(Duration.ZERO, Duration.ofDays(999_999_999), Duration.ofDays(-999_999_999)),
            r -> Duration.ofSeconds(r.nextLong() >> 20, micros(r))),
        kind(
            ZoneOffset.class,
            "datetime.timezone",
            List.of(ZoneOffset.UTC, ZoneOffset.MIN, ZoneOffset.MAX),
            JavaKindsTest::offset),
        kind(
            ZoneId.class,
            "zoneinfo.ZoneInfo",
            List.of(),
            r -> ZoneId.of(ZONES.get(r.nextInt(ZONES.size())))));
  }

  private static BigInteger two(int exponent) {
    return BigInteger.TWO.pow(exponent);
  }

  private static BigDecimal decimal(long unscaled, int scale) {
    return new BigDecimal(BigInteger.valueOf(unscaled), scale);
  }

  private static String text(Random r) {
    StringBuilder text = new StringBuilder();
    r.ints(r.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static LocalDate date(Random r) {
    return LocalDate.ofEpochDay(r.nextLong(FIRST_DAY, LAST_DAY + 1));
  }

  private static LocalTime time(Random r) {
    return LocalTime.ofSecondOfDay(r.nextInt(86_400)).withNano(micros(r));
  }

  private static int micros(Random r) {
    return r.nextInt(1_000_000) * 1000;
  }

  private static LocalDateTime dateTime(Random r) {
    return date(r).atTime(time(r));
  }

  private static ZoneOffset offset(Random r) {
    return ZoneOffset.ofTotalSeconds(r.nextInt(-64_800, 64_801));
  }

  private static ZonedDateTime overlap() {
    return ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"));
  }

  private static ZonedDateTime inZone(Random r) {
    return dateTime(r).atZone(ZoneId.of(ZONES.get(r.nextInt(ZONES.size()))));
  }

  private static List<Object> values(Kind kind) {
    Random random = new Random(SEED);
    List<Object> values = new ArrayList<>(kind.edges());
    for (int i = 0; i < COUNT; i++) {
      values.add(kind.random().apply(random));
    }
    return values;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void kind_fromJavaAndBack_isEqual(Kind kind) {
    List<Object> values = values(kind);
    python.run(
        "import datetime, decimal, fractions, pathlib, uuid, zoneinfo\n"
            + "def ok(vs): return all(isinstance(v, "
            + kind.pythonType()
            + ") for v in vs)");
    python.engine().setGlobal("vs", values);
    assertThat(python.run("ok(vs)").asBoolean()).as("all " + kind.pythonType()).isTrue();
    assertThat(python.engine().getGlobal("vs").toJava()).as("seed " + SEED).isEqualTo(values);
  }

  @Test
  void v_doubleOfAnyBits_keepsThem() {
    Random random = new Random(SEED);
    for (int i = 0; i < COUNT; i++) {
      long bits = 0x7ff0_0000_0000_0001L | random.nextLong() | 0x0008_0000_0000_0000L;
      python.engine().setGlobal("v", Double.longBitsToDouble(bits));
      double back = python.engine().getGlobal("v").asDouble();
      assertThat(Double.doubleToRawLongBits(back)).as("%x", bits).isEqualTo(bits);
    }
  }

  @Test
  void v_instant_isATimeInUtc() {
    Instant instant = Instant.parse("2024-10-27T00:30:00.000001Z");
    python.engine().setGlobal("v", instant);
    assertThat(python.run("repr(v)").asString())
        .isEqualTo("datetime.datetime(2024, 10, 27, 0, 30, 0, 1, tzinfo=datetime.timezone.utc)");
    assertThat(python.engine().getGlobal("v").as(Instant.class)).isEqualTo(instant);
  }
}

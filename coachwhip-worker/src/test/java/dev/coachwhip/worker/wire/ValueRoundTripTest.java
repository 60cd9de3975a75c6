package dev.coachwhip.worker.wire;

import static dev.coachwhip.worker.wire.Loopback.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.FrozenSet;
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.RangeList;
import dev.coachwhip.spi.TupleList;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueRoundTripTest {

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() {
    loopback.close();
  }

  private static ScriptValue text(String text) {
    return value(text, "str");
  }

  private static ScriptValue number(long number) {
    return value(number, "int");
  }

  static Stream<ScriptValue> values() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return Stream.of(
        value(null, "NoneType"),
        value(true, "bool"),
        value(false, "bool"),
        number(0),
        number(-1),
        number(Long.MAX_VALUE),
        number(Long.MIN_VALUE),
        value(BigInteger.ONE.shiftLeft(1000).negate(), "int"),
        value(-0.0, "float"),
        value(Double.MIN_VALUE, "float"),
        text(""),
        text("plain"),
        text("Grüße, 世界 \uD83D\uDE00 \uFFFD \0"),
        value("lone \uD83D surrogate", "str"),
        value("subclass", "MyText"),
        value(new byte[] {0, -1, 127}, "bytes"),
        value(new Complex(1.5, -0.0), "complex"),
        value(Fraction.of(-3, 4), "Fraction"),
        value(new BigDecimal("1.10"), "Decimal"),
        value(new BigDecimal(BigInteger.TEN, -2000), "Decimal"),
        value(Duration.ofSeconds(-5, 7), "timedelta"),
        value(LocalDate.of(-44, 3, 15), "date"),
        value(LocalTime.of(23, 59, 59, 999_999_999), "time"),
        value(LocalDateTime.MAX, "datetime"),
        value(Instant.MIN, "datetime"),
        value(OffsetDateTime.parse("2026-01-02T03:04:05.678901+05:45"), "datetime"),
        value(
            ZonedDateTime.of(LocalDateTime.parse("2026-10-25T02:30:00"), berlin)
                .withLaterOffsetAtOverlap(),
            "datetime"),
        value(OffsetTime.parse("03:04:05-07:00"), "time"),
        value(ZoneOffset.ofTotalSeconds(1), "timezone"),
        value(berlin, "ZoneInfo"),
        value(UUID.fromString("123e4567-e89b-42d3-a456-426614174000"), "UUID"),
        value(Path.of("/tmp/ä"), "PosixPath"),
        value(List.of(), "list"),
        value(List.of(number(1), text("two"), value(List.of(number(3)), "list")), "list"),
        value(Map.of(), "dict"),
        value(Map.of(value(List.of(), "tuple"), text("x")), "OrderedDict"),
        value(Set.of(number(1), text("1")), "set"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_ofEachKind_isEqualOnTheOtherSide(ScriptValue value) {
    ScriptValue read = loopback.toHost(value);

    assertThat(read).isEqualTo(value);
    assertThat(read.typeName()).isEqualTo(value.typeName());
    assertThat(loopback.toWorker(read)).isEqualTo(value);
    Object data = value.data();
    if (data != null && !(data instanceof java.util.Collection) && !(data instanceof Map)) {
      assertThat(Objects.requireNonNull(read.data())).hasSameClassAs(data);
    }
  }

  @Test
  void nan_withBitsOfItsOwn_keepsThem() {
    double nan = Double.longBitsToDouble(0x7ff8_dead_beef_0001L);

    double read = loopback.toHost(value(nan, "float")).asDouble();

    assertThat(Double.doubleToRawLongBits(read)).isEqualTo(0x7ff8_dead_beef_0001L);
  }

  @Test
  void lists_ofSpecialKinds_keepTheirClass() {
    ScriptValue[] two = {number(1), text("b")};
    FloatList floats = new FloatList(new double[] {1, Double.NaN}, "float", Loopback.PRINTER);
    IntegerList integers = new IntegerList(new long[] {1, -2}, "int", Loopback.PRINTER);
    RangeList range = new RangeList(10, 0, -3, "int", Loopback.PRINTER);

    assertThat(loopback.toHost(value(new TupleList(two), "tuple")).data())
        .isInstanceOf(TupleList.class)
        .isEqualTo(List.of(two));
    assertThat(loopback.toHost(value(floats, "list")).data()).isInstanceOf(FloatList.class);
    assertThat(loopback.toHost(value(floats, "list")).as(double[].class))
        .containsExactly(1, Double.NaN);
    assertThat(loopback.toHost(value(integers, "list")).data())
        .isInstanceOf(IntegerList.class)
        .isEqualTo(integers);
    assertThat(loopback.toHost(value(range, "range")).data())
        .isInstanceOf(RangeList.class)
        .isEqualTo(range);
    assertThat(
            loopback
                .toHost(value(new FrozenSet(new LinkedHashSet<>(Set.of(two))), "frozenset"))
                .data())
        .isInstanceOf(FrozenSet.class);
  }

  @Test
  void namedList_keepsItsNames() {
    NamedList list = new NamedList(List.of("x", "y"), List.of(number(1), number(2)));

    Object read = loopback.toHost(value(list, "Point")).data();

    assertThat(read).isInstanceOf(NamedList.class);
    assertThat(((NamedList) Objects.requireNonNull(read)).names()).containsExactly("x", "y");
  }

  @Test
  void map_keepsItsOrder() {
    Map<ScriptValue, ScriptValue> entries = new LinkedHashMap<>();
    for (int i = 100; i > 0; i--) {
      entries.put(number(i * 7919 % 101), text("v" + i));
    }

    ScriptValue read = loopback.toHost(value(entries, "dict"));

    assertThat(List.copyOf(read.asEntries().keySet())).isEqualTo(List.copyOf(entries.keySet()));
  }

  @Test
  void containers_thatAreRead_cannotBeChanged() {
    ScriptValue list = loopback.toHost(value(List.of(number(1)), "list"));

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> list.asList().clear());
  }

  @Test
  void reference_goesToTheHostAndHome_isTheSameObject() {
    ScriptValue function = value(new FakeObjects.Remote(4711), "function");
    FakeObjects.Remote own = new FakeObjects.Remote(1);
    long before = own.number();
    ScriptValue object = value(new OwnObject(), "Stage");

    ScriptValue there = loopback.toHost(object);
    ScriptValue back = loopback.toWorker(there);

    assertThat(there.isReference()).isTrue();
    assertThat(back.data()).isSameAs(object.data());
    assertThat(before).isEqualTo(1);
    assertThat(function.isReference()).isTrue();
  }

  private static final class OwnObject implements dev.coachwhip.spi.ScriptObject {
    @Override
    public java.util.Optional<dev.coachwhip.ScriptCallable> callable() {
      return java.util.Optional.empty();
    }

    @Override
    public boolean isCode() {
      return false;
    }

    @Override
    public String print() {
      return "own";
    }
  }

  @Test
  void nesting_of200Levels_goes_andDeeperIsRefused() {
    ScriptValue deepest = nested(200);

    assertThat(loopback.toHost(deepest)).isEqualTo(deepest);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> loopback.toHost(nested(201)))
        .withMessageContaining("is nested deeper than 200 levels at value[0][0]");
  }

  private static ScriptValue nested(int levels) {
    ScriptValue inner = number(1);
    for (int i = 0; i < levels; i++) {
      inner = value(List.of(inner), "list");
    }
    return inner;
  }

  @Test
  void list_thatHoldsItself_isRefusedAsInProcess() {
    List<Object> list = new java.util.ArrayList<>();
    list.add(Map.of("rows", list));

    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> loopback.javaToWorker(list))
        .withMessage("a java.util.ArrayList contains itself at value[0][\"rows\"]");
  }

  private record Millimetres(double value) {}

  @Test
  void mapping_runsInTheHost_bothWays() {
    TypeMapping<Millimetres> mapping =
        new TypeMapping<>(
            Millimetres.class,
            "decimal.Decimal",
            length -> List.of(length.value(), "mm"),
            length -> new Millimetres(length.asDouble()));
    try (Loopback mapped = new Loopback(mapping)) {
      Object standIn = Objects.requireNonNull(mapped.javaToWorker(new Millimetres(2.5)));
      TypeMapping<?> workers = mapped.workerMappings.standIns().getFirst();

      assertThat(workers.scriptType()).isEqualTo("decimal.Decimal");
      assertThat(standIn).isInstanceOf(workers.javaType());
      assertThat(toScript(workers, standIn)).isEqualTo(List.of(2.5, "mm"));

      Object fromScript = workers.toJava().apply(value(7.5, "MyFloat"));
      ScriptValue read = mapped.toHost(value(List.of(value(fromScript, "MyFloat")), "list"));
      assertThat(read.asList().getFirst().as(Millimetres.class)).isEqualTo(new Millimetres(7.5));
      assertThat(read.asList().getFirst()).hasToString("7.5");
    }
  }

  private static <T> Object toScript(TypeMapping<T> mapping, Object object) {
    return mapping.toScript().apply(mapping.javaType().cast(object));
  }

  @Test
  void mapping_thatFails_isTheCauseOfAConversionError() {
    RuntimeException broken = new IllegalStateException("broken");
    TypeMapping<Millimetres> mapping =
        new TypeMapping<>(
            Millimetres.class,
            "Length",
            _ -> {
              throw broken;
            },
            _ -> {
              throw broken;
            });
    try (Loopback mapped = new Loopback(mapping)) {
      assertThatExceptionOfType(TypeConversionException.class)
          .isThrownBy(() -> mapped.javaToWorker(List.of(new Millimetres(1))))
          .withMessageContaining("and Length failed: java.lang.IllegalStateException: broken")
          .withMessageEndingWith(" at value[0]")
          .withCause(broken);
    }
  }

  @Test
  void list_ofManyFloats_crossesAtTheSpeedOfMemory() {
    double[] readings = new double[100_000];
    java.util.Arrays.setAll(readings, i -> i * 0.1);

    ScriptValue read =
        loopback.toHost(value(new FloatList(readings, "float", Loopback.PRINTER), "list"));

    assertThat(read.as(double[].class)).isEqualTo(readings);
    assertThat(Collections.frequency(read.asList(), value(0.0, "float"))).isEqualTo(1);
  }
}

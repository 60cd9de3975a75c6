package dev.coachwhip.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.Complex;
import dev.coachwhip.Fraction;
import dev.coachwhip.JavaType;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.NamedList;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import dev.coachwhip.toy.ToyValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversions to what is no plain number, text or container (V). */
class ConversionTargetsTest {

  record Point(double x, double y) {}

  record Line(Point from, Point to, List<String> labels, Optional<Color> color) {}

  record Node(int value, @Nullable Node next) {}

  record Pair<A, B>(A first, B second) {}

  record Positive(int value) {
    Positive {
      if (value <= 0) {
        throw new IllegalArgumentException("not positive");
      }
    }
  }

  enum Color {
    RED,
    GREEN
  }

  private static void assertRefused(ScriptValue value, Class<?> type) {
    assertThat(value.is(type)).as("%s as %s", value, type).isFalse();
    assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> value.as(type));
  }

  private static void assertRefused(Object script, Class<?> type, String message) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> ToyValues.of(script).as(type))
        .withMessage(message);
  }

  /** An object of a script as a test wants it. */
  private interface Thing extends ScriptObject {
    @Override
    default Optional<ScriptCallable> callable() {
      return Optional.empty();
    }

    @Override
    default boolean isCode() {
      return false;
    }

    @Override
    default String print() {
      return "<thing>";
    }
  }

  private static ScriptValue callable(
      BiFunction<Map<String, ?>, @Nullable Object[], Object> function) {
    ScriptCallable callable = (named, arguments) -> ToyValues.of(function.apply(named, arguments));
    return ToyValues.of(
        new Thing() {
          @Override
          public Optional<ScriptCallable> callable() {
            return Optional.of(callable);
          }
        });
  }

  @Test
  void record_fromMapWithItsNames_isMade() {
    ScriptValue value = ToyValues.of(Map.of("x", 1, "y", 2.5));
    assertThat(value.as(Point.class)).isEqualTo(new Point(1, 2.5));
    assertThat(value.is(Point.class)).isTrue();
  }

  @Test
  void record_nested_convertsComponentsByTheirGenericTypes() {
    Object point = Map.of("x", 0, "y", 0);
    Object line = Map.of("from", point, "to", point, "labels", List.of("a"), "color", "RED");
    assertThat(ToyValues.of(line).as(Line.class))
        .isEqualTo(
            new Line(new Point(0, 0), new Point(0, 0), List.of("a"), Optional.of(Color.RED)));
  }

  @Test
  void record_componentThatDoesNotFit_isNamedWithItsPath() {
    Object rows = List.of(Map.of("x", 1, "y", 1), Map.of("x", "one", "y", 1));
    ScriptValue value = ToyValues.of(Map.of("rows", rows));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value.asType(new JavaType<Map<String, List<Point>>>() {}))
        .withMessage("expected double, found text 'one' at [\"rows\"][1].x");
  }

  @Test
  void record_otherNames_areTold() {
    assertRefused(
        Map.of("x", 1, "z", 2),
        Point.class,
        "expected Point, found map: without 'y', with 'z'; the record has x, y");
    assertRefused(Map.of(1, 1), Point.class, "expected Point, found map: the key 1 is no text");
    assertRefused(List.of(1, 2), Point.class, "expected Point, found list");
  }

  @Test
  void record_ofNamedList_isMade() {
    List<ScriptValue> values = List.of(ToyValues.of(1.0), ToyValues.of(2.0));
    ScriptValue value = ToyValues.withData(new NamedList(List.of("y", "x"), values));
    assertThat(value.as(Point.class)).isEqualTo(new Point(2, 1));
    assertThat(value.asListOf(Double.class)).containsExactly(1.0, 2.0);
    assertThat(value.attribute("y")).contains(ToyValues.of(1.0));
    assertThat(value.attribute("z")).isEmpty();
  }

  @Test
  void record_thatRefusesItsComponents_isTheCause() {
    ScriptValue value = ToyValues.of(Map.of("value", -1));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value.as(Positive.class))
        .withMessageContaining("not positive")
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void record_ofItself_isMadeToItsEnd() {
    Map<String, @Nullable Object> last = new java.util.HashMap<>();
    last.put("value", 2);
    last.put("next", null);
    ScriptValue value = ToyValues.of(Map.of("value", 1, "next", last));
    assertThat(value.as(Node.class)).isEqualTo(new Node(1, new Node(2, null)));
  }

  @Test
  void record_ofObjectsInACircle_isRefused() {
    Thing circle =
        new Thing() {
          @Override
          public Optional<Map<String, ScriptValue>> fields() {
            return Optional.of(Map.of("value", ToyValues.of(1), "next", ToyValues.of(this)));
          }
        };
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> ToyValues.of(circle).as(Node.class))
        .withMessageContaining("in itself");
  }

  @Test
  void record_generic_takesItsTypeArguments() {
    ScriptValue value = ToyValues.of(Map.of("first", 1, "second", List.of(2)));
    assertThat(value.asType(new JavaType<Pair<Double, int[]>>() {}).second()).containsExactly(2);
    assertThat(value.as(Pair.class).first()).isEqualTo(1L);
  }

  @Test
  void enum_byExactNameOnly() {
    assertThat(ToyValues.of("GREEN").as(Color.class)).isEqualTo(Color.GREEN);
    assertRefused(ToyValues.of("green"), Color.class);
    assertRefused(ToyValues.of(""), Color.class);
    assertRefused(ToyValues.of(1), Color.class);
    Thing member =
        new Thing() {
          @Override
          public Optional<String> constantName() {
            return Optional.of("RED");
          }
        };
    assertThat(ToyValues.of(member).as(Color.class)).isEqualTo(Color.RED);
  }

  @Test
  void instant_onlyOfATimeWithAZone() {
    LocalDateTime local = LocalDateTime.of(2026, 11, 22, 12, 0);
    OffsetDateTime offset = local.atOffset(ZoneOffset.ofHours(1));
    ZonedDateTime zoned = local.atZone(ZoneId.of("Europe/Berlin"));
    assertThat(ToyValues.withData(offset).as(Instant.class)).isEqualTo(offset.toInstant());
    assertThat(ToyValues.withData(zoned).as(Instant.class)).isEqualTo(zoned.toInstant());
    assertThat(ToyValues.withData(zoned).as(OffsetDateTime.class)).isEqualTo(offset);
    assertThat(ToyValues.withData(local).as(LocalDateTime.class)).isEqualTo(local);
    for (Class<?> type : List.of(Instant.class, OffsetDateTime.class, LocalDate.class)) {
      assertRefused(ToyValues.withData(local), type);
    }
    assertRefused(ToyValues.withData(offset), LocalDateTime.class);
    assertRefused(ToyValues.of(5), Instant.class);
    assertRefused(ToyValues.of(5), Duration.class);
  }

  @Test
  void exactNumbers_toDouble_onlyWhereExact() {
    assertThat(ToyValues.withData(new BigDecimal("0.5")).as(double.class)).isEqualTo(0.5);
    assertThat(ToyValues.withData(Fraction.of(1, 4)).asDouble()).isEqualTo(0.25);
    assertThat(ToyValues.withData(Fraction.of(1, 4)).as(BigDecimal.class)).isEqualTo("0.25");
    assertThat(ToyValues.of(3).as(Fraction.class)).isEqualTo(Fraction.of(3, 1));
    assertThat(ToyValues.of(3).as(Complex.class)).isEqualTo(new Complex(3, 0));
    assertRefused(ToyValues.withData(new BigDecimal("0.1")), double.class);
    assertRefused(ToyValues.withData(new BigDecimal("1e999999999")), double.class);
    assertRefused(ToyValues.withData(new BigDecimal("1e-999999999")), double.class);
    assertRefused(ToyValues.withData(new BigDecimal(5)), long.class);
    assertRefused(ToyValues.withData(Fraction.of(1, 3)), double.class);
    assertRefused(ToyValues.withData(Fraction.of(1, 3)), BigDecimal.class);
    assertRefused(ToyValues.withData(new Complex(1, 0)), double.class);
    assertRefused(ToyValues.of(0.5), Fraction.class);
  }

  @Test
  void fraction_isInLowestTerms() {
    assertThat(Fraction.of(6, -4)).isEqualTo(Fraction.of(-3, 2)).hasToString("-3/2");
    assertThat(Fraction.of(0, -7).denominator()).isEqualTo(BigInteger.ONE);
    assertThat(Fraction.of(1, 3)).isLessThan(Fraction.of(1, 2));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fraction.of(1, 0));
  }

  @Test
  void dataOfOtherClasses_isGivenAsItIs() {
    UUID id = UUID.randomUUID();
    assertThat(ToyValues.withData(id).as(UUID.class)).isSameAs(id);
    assertThat(ToyValues.withData(id).toJava()).isSameAs(id);
    assertThat(ToyValues.withData(Path.of("a")).as(Path.class)).isEqualTo(Path.of("a"));
    assertThat(ToyValues.withData(new Point(1, 2)).as(Point.class)).isEqualTo(new Point(1, 2));
    assertRefused(ToyValues.of("a"), Path.class);
    assertRefused(ToyValues.withData(id), String.class);
  }

  @Test
  void generics_hold() {
    ScriptValue value = ToyValues.of(Map.of("a", List.of(1, 2)));
    assertThat(value.asType(new JavaType<Map<String, int[]>>() {}).get("a")).containsExactly(1, 2);
    assertThat(value.asType(new JavaType<Map<?, ? extends List<Double>>>() {}))
        .isEqualTo(Map.of("a", List.of(1.0, 2.0)));
    assertThat(ToyValues.of(Set.of(1)).asType(new JavaType<Set<Double>>() {})).containsOnly(1.0);
    assertThat(ToyValues.listOf(1, null).asType(new JavaType<Optional<Integer>[]>() {}))
        .containsExactly(Optional.of(1), Optional.empty());
    assertThat(ToyValues.of(Map.of("a", 1)).asMapOf(Byte.class)).containsEntry("a", (byte) 1);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> ToyValues.of(Map.of(1, 1)).asMapOf(Integer.class))
        .withMessage("expected String, found int 1 at [1]");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> ToyValues.of(null).asListOf(Integer.class));
  }

  @Test
  void optionals_ofNull_areEmpty() {
    assertThat(ToyValues.of(null).as(OptionalInt.class)).isEmpty();
    assertThat(ToyValues.of(5).as(OptionalInt.class)).hasValue(5);
    assertThat(ToyValues.of(5).as(OptionalLong.class)).hasValue(5);
    assertThat(ToyValues.of(5).as(OptionalDouble.class)).hasValue(5);
    assertRefused(ToyValues.of(0.5), OptionalInt.class);
  }

  @Test
  void longListsOfNumbers_convertAsOthersDo() {
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
    ScriptValue floats = ToyValues.withData(new FloatList(new double[] {0.5, 2}, "float", printer));
    ScriptValue integers =
        ToyValues.withData(new IntegerList(new long[] {1, 1L << 40}, "int", printer));
    assertThat(floats.toJava()).isEqualTo(List.of(0.5, 2.0));
    assertThat(floats.asListOf(Double.class)).containsExactly(0.5, 2.0);
    assertThat(floats.as(double[].class)).containsExactly(0.5, 2);
    assertThat(floats.as(float[].class)).containsExactly(0.5f, 2);
    assertThat(integers.toJava()).isEqualTo(List.of(1L, 1L << 40));
    assertThat(integers.as(long[].class)).containsExactly(1, 1L << 40);
    assertThat(integers.as(double[].class)).containsExactly(1, 1L << 40);
    assertThat(integers.asListOf(Double.class)).containsExactly(1.0, (double) (1L << 40));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> integers.asListOf(Integer.class))
        .withMessage("expected int, found int 1099511627776 at [1]");
    assertRefused(floats, long[].class);
  }

  @Test
  void results_areUnmodifiable() {
    List<Integer> list = ToyValues.listOf(1).asListOf(Integer.class);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(1));
  }

  @Test
  void function_asFunctionalInterface_convertsArgumentsAndResult() {
    ScriptValue twice = callable((_, arguments) -> 2 * (Double) arguments[0]);
    DoubleUnaryOperator operator = twice.as(DoubleUnaryOperator.class);
    assertThat(operator.applyAsDouble(1.5)).isEqualTo(3);
    assertThat(operator.andThen(x -> x + 1).applyAsDouble(1.5)).isEqualTo(4);
    Set<DoubleUnaryOperator> known = Set.of(operator);
    assertThat(known).contains(operator).doesNotContain(twice.as(DoubleUnaryOperator.class));
    assertThat(operator).hasToString("DoubleUnaryOperator by object");
  }

  interface Scale extends UnaryOperator<Double> {}

  interface Sum {
    int of(int... numbers);

    default int ofTwo(int a, int b) {
      return of(a, b);
    }
  }

  @Test
  void function_asInterfaceOfOnesOwn_knowsItsTypes() throws Exception {
    ScriptValue whole = callable((_, _) -> 2);
    assertThat(whole.as(Scale.class).apply(1.0)).isEqualTo(2.0);
    assertThat(whole.asType(new JavaType<Callable<Optional<Byte>>>() {}).call()).contains((byte) 2);
    ScriptValue count = callable((_, arguments) -> arguments.length);
    assertThat(count.as(Sum.class).of(1, 2, 3)).isEqualTo(3);
    assertThat(count.as(Sum.class).ofTwo(1, 2)).isEqualTo(2);
    assertThat(count.as(Sum.class).of()).isZero();
  }

  @Test
  void function_whoseResultDoesNotFit_throws() {
    DoubleUnaryOperator operator = callable((_, _) -> "x").as(DoubleUnaryOperator.class);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> operator.applyAsDouble(1))
        .withMessage("expected double, found text 'x'");
  }

  @Test
  void function_asRunnable_dropsTheResult() {
    List<String> log = new ArrayList<>();
    callable((_, _) -> log.add("ran")).as(Runnable.class).run();
    assertThat(log).containsExactly("ran");
  }

  @ParameterizedTest
  @ValueSource(classes = {List.class, ConversionTargetsTest.class, Iterator.class, String.class})
  void function_asWhatIsNoFunctionalInterface_isRefused(Class<?> type) {
    assertRefused(callable((_, _) -> 1), type);
  }

  @Test
  void plainData_asFunctionalInterface_isRefused() {
    assertRefused(ToyValues.of(1), Runnable.class);
    assertThat((Object) ToyValues.of(1).as(Comparable.class)).isEqualTo(1L);
  }

  @Test
  @DisplayName("V: plain lists and sets can be gone through as iterators can")
  void iterator_ofList_endsWhenClosed() {
    ScriptIterator iterator = ToyValues.listOf(1, 2).asIterator();
    assertThat(iterator.next().asLong()).isEqualTo(1);
    iterator.close();
    assertThat(iterator.hasNext()).isFalse();
    assertThat(ToyValues.of(Set.of(1)).asStream().map(ScriptValue::asLong)).containsExactly(1L);
    assertThat(ToyValues.listOf(1, 2).asType(new JavaType<Stream<Integer>>() {}))
        .containsExactly(1, 2);
    Iterator<Double> doubles = ToyValues.listOf(1, 2).asType(new JavaType<Iterator<Double>>() {});
    assertThat(doubles.next()).isEqualTo(1.0);
    assertRefused(ToyValues.of("ab"), Iterator.class);
  }

  @Test
  void future_isConvertedAndCancelledThrough() {
    CompletableFuture<ScriptValue> script = new CompletableFuture<>();
    Thing coroutine =
        new Thing() {
          @Override
          public Optional<CompletableFuture<ScriptValue>> future() {
            return Optional.of(script);
          }
        };
    ScriptValue value = ToyValues.of(coroutine);
    CompletableFuture<Integer> result = value.asType(new JavaType<CompletableFuture<Integer>>() {});
    CompletableFuture<?> other = value.as(CompletableFuture.class);
    assertThat(value.asFuture()).isSameAs(script);
    script.complete(ToyValues.of(7));
    assertThat(result).isCompletedWithValue(7);
    assertThat((Object) other.join()).isEqualTo(7L);
  }

  @Test
  void future_cancelled_cancelsTheScriptsSide() {
    CompletableFuture<ScriptValue> script = new CompletableFuture<>();
    new ConvertedFuture(script, Converters.OBJECT).cancel(true);
    assertThat(script).isCancelled();
  }

  @Test
  void javaType_withoutType_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NamedList(List.of("a"), List.of()));
  }
}

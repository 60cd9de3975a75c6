package dev.coachwhip.tests.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.Capability;
import dev.coachwhip.JavaType;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Java types mapped to classes of Python by the host (F2). */
@Tag("python")
class TypeMappingTest {

  record Money(BigDecimal amount) {}

  record Point(double x, double y) {}

  private static final TypeMapping<Money> MONEY =
      new TypeMapping<>(
          Money.class,
          "decimal.Decimal",
          money -> money.amount().toString(),
          value -> new Money(value.as(BigDecimal.class)));

  private static final TypeMapping<Point> POINT =
      new TypeMapping<>(
          Point.class,
          "__main__.Vector",
          point -> Map.of("x", point.x(), "y", point.y()),
          value -> new Point(attribute(value, "x"), attribute(value, "y")));

  private static double attribute(ScriptValue value, String name) {
    return value.attribute(name).orElseThrow().asDouble();
  }

  private static final String VECTOR =
      """
      class Vector:
          def __init__(self, x, y):
              self.x, self.y = x, y
          def __str__(self):
              return f'<{self.x}, {self.y}>'
      class Special(Vector):
          pass
      """;

  private final TestEngine python =
      new TestEngine(ScriptEngines.builder("python").map(MONEY).map(POINT));

  @AfterEach
  void close() {
    python.close();
  }

  @Test
  @DisplayName("F2: a Java type and a Python class, both ways")
  void mapping_bothWays() {
    python.engine().setGlobal("price", new Money(new BigDecimal("1.50")));
    assertThat(python.run("type(price).__name__").asString()).isEqualTo("Decimal");
    ScriptValue doubled = python.run("price * 2");
    assertThat(doubled.as(Money.class)).isEqualTo(new Money(new BigDecimal("3.00")));
    assertThat(doubled.toJava()).isEqualTo(new Money(new BigDecimal("3.00")));
    assertThat(doubled.is(Money.class)).isTrue();
    assertThat(doubled.is(BigDecimal.class)).isFalse();
    assertThat(doubled.typeName()).isEqualTo("Decimal");
    assertThat(doubled).hasToString("3.00");
    assertThat(python.engine().capabilities().has(Capability.TYPE_MAPPING)).isTrue();
  }

  @Test
  @DisplayName("F2: mapped values inside containers and records")
  void mapping_nested_bothWays() {
    python.run(VECTOR);
    python.engine().setGlobal("path", Map.of("points", List.of(new Point(1, 2), new Point(3, 4))));
    assertThat(python.run("[type(p) is Vector for p in path['points']]").asListOf(Boolean.class))
        .containsExactly(true, true);
    ScriptValue back = python.run("{'all': [Vector(1, 2), Special(5, 6)]}");
    assertThat(back.toJava()).isEqualTo(Map.of("all", List.of(new Point(1, 2), new Point(5, 6))));
    assertThat(back.asType(new JavaType<Map<String, List<Point>>>() {}).values())
        .containsExactly(List.of(new Point(1, 2), new Point(5, 6)));
    python.engine().setGlobal("again", back);
    assertThat(python.run("str(again['all'][0])").asString()).isEqualTo("<1.0, 2.0>");
  }

  @Test
  void mapping_inHostFunction_bothWays() {
    python.run(VECTOR);
    python
        .engine()
        .registerFunction(
            "mirror",
            arguments -> {
              Point point = arguments.get(0).as(Point.class);
              return new Point(-point.x(), -point.y());
            });
    assertThat(python.run("str(mirror(Vector(1, 2)))").asString()).isEqualTo("<-1.0, -2.0>");
  }

  @Test
  void mapping_ofAClassThatIsNotThere_isRefused() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> python.engine().setGlobal("p", new Point(1, 2)))
        .withMessageContaining("there is no class __main__.Vector");
    python.run("Vector = 5");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> python.engine().setGlobal("p", new Point(1, 2)));
  }

  @Test
  void mapping_whoseCodeFails_isAConversionErrorWithTheCause() {
    python.run("class Vector:\n  x = 'text'\n  y = 1");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> python.run("[Vector()]"))
        .withMessageContaining("expected double, found str 'text'");
    python.run("class Vector: pass");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> python.run("Vector()"))
        .withMessageContaining("__main__.Vector")
        .withCauseInstanceOf(java.util.NoSuchElementException.class);
    assertThat(python.isUsable()).isTrue();
  }

  @Test
  void mapping_ofOtherEngines_doesNotCount() {
    try (TestEngine other = new TestEngine()) {
      ScriptValue value = other.run("from decimal import Decimal; Decimal('1.5')");
      assertThat(value.toJava()).isEqualTo(new BigDecimal("1.5"));
    }
  }

  private static <T> TypeMapping<T> mapping(Class<T> type, String name) {
    Function<T, Object> toScript = Object::toString;
    Function<ScriptValue, T> toJava = value -> value.as(type);
    return new TypeMapping<>(type, name, toScript, toJava);
  }

  private static void assertRefused(TypeMapping<?>... mappings) {
    var builder = ScriptEngines.builder("python");
    for (TypeMapping<?> mapping : mappings) {
      builder.map(mapping);
    }
    assertThatIllegalArgumentException().isThrownBy(builder::build);
  }

  @Test
  void mappings_thatContradict_areRefusedByTheBuilder() {
    assertRefused(mapping(Money.class, "a.A"), mapping(Money.class, "b.B"));
    assertRefused(mapping(Money.class, "a.A"), mapping(Point.class, "a.A"));
    assertRefused(mapping(String.class, "a.A"));
    assertRefused(mapping(List.class, "a.A"));
  }

  @Test
  void mapping_ofNameWithoutModule_isBuiltInOrTheScripts() {
    TypeMapping<Currency> currency =
        new TypeMapping<>(
            Currency.class,
            "Unit",
            Currency::getCurrencyCode,
            value -> Currency.getInstance(value.attribute("code").orElseThrow().asString()));
    try (TestEngine other = new TestEngine(ScriptEngines.builder("python").map(currency))) {
      other.run("class Unit:\n  def __init__(self, code): self.code = code");
      other.engine().setGlobal("unit", Currency.getInstance("EUR"));
      assertThat(other.run("unit.code").asString()).isEqualTo("EUR");
      assertThat(other.run("unit").as(Currency.class)).isEqualTo(Currency.getInstance("EUR"));
    }
  }
}

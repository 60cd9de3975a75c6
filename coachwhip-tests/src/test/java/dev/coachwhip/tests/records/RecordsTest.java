package dev.coachwhip.tests.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dataclasses, namedtuples and dicts as records, and records as such (V, F2). */
@Tag("python")
class RecordsTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  record Point(double x, double y) {}

  record Track(String name, List<Point> points) {}

  record Node(int value, @Nullable Node next) {}

  enum Color {
    RED
  }

  record Dot(Color color) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'x': 1, 'y': 2.5}",
        "from dataclasses import dataclass\n@dataclass\nclass Point:\n  x: float\n  y: float\nPoint(1, 2.5)",
        "from dataclasses import make_dataclass\nmake_dataclass('Q', ['y', 'x'], slots=True)(2.5, 1)"
      })
  void record_ofDictOrDataclass_isMade(String script) {
    ScriptValue value = python.run(script);
    assertThat(value.is(Point.class)).isTrue();
    assertThat(value.as(Point.class)).isEqualTo(new Point(1, 2.5));
  }

  @Test
  void record_nested_isMade() {
    ScriptValue value =
        python.run(
            """
            from dataclasses import dataclass, field
            @dataclass
            class Point:
                x: float
                y: float
            @dataclass
            class Base:
                name: str
            @dataclass
            class Track(Base):
                points: list = field(default_factory=list)
            Track('t', [Point(1, 2), Point(3, 4)])
            """);
    assertThat(value.as(Track.class))
        .isEqualTo(new Track("t", List.of(new Point(1, 2), new Point(3, 4))));
    python.run("broken = [Track('t', [Point(1, 2), Point('a', 4)])]");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.getGlobal("broken").asListOf(Track.class))
        .withMessage("expected double, found str 'a' at [0].points[1].x");
  }

  @Test
  void record_ofEnumMember_isMade() {
    ScriptValue value =
        python.run(
            """
            import enum, dataclasses
            class Color(enum.Enum):
                RED = 1
                BLUE = 2
            Dot = dataclasses.make_dataclass('Dot', ['color'])
            [Dot(Color.RED), Dot(Color.BLUE)]
            """);
    assertThat(value.asList().getFirst().as(Dot.class)).isEqualTo(new Dot(Color.RED));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value.as(Dot[].class))
        .withMessageStartingWith("expected Color, found")
        .withMessageEndingWith("at [1].color");
  }

  @Test
  void record_ofDataclassInACircle_isRefused() {
    ScriptValue value =
        python.run(
            """
            import dataclasses
            Node = dataclasses.make_dataclass('Node', ['value', 'next'])
            node = Node(1, None)
            node.next = node
            node
            """);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> value.as(Node.class))
        .withMessageContaining("in itself");
  }

  @Test
  void record_ofDataclassWhoseFieldRaises_isTheScriptsError() {
    ScriptValue value =
        python.run(
            """
            import dataclasses
            @dataclasses.dataclass
            class Point:
                x: float
                y: float
                def __getattribute__(self, name):
                    if name == 'y': raise ValueError('hidden')
                    return object.__getattribute__(self, name)
            Point(1, 2)
            """);
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> value.as(Point.class))
        .withMessageContaining("hidden");
    assertThat(python.isUsable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "object()",
        "(1, 2)",
        "class Lying:\n  __dataclass_fields__ = 5\nLying()",
        "class Lying:\n  __dataclass_fields__ = {'x': 1, 'y': 2}\n  x = 1\n  y = 2\nLying()"
      })
  void record_ofWhatHasNoFields_isRefused(String script) {
    ScriptValue value = python.run(script);
    assertThatExceptionOfType(dev.coachwhip.error.ScriptException.class)
        .isThrownBy(() -> value.as(Point.class));
    assertThat(python.isUsable()).isTrue();
  }
}

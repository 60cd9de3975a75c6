package dev.coachwhip.tests.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's records in Python (V, F2). */
@Tag("python")
class RecordsToPythonTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  record Point(double x, double y) {}

  record Line(Point from, Point to, List<String> labels, Optional<String> note) {}

  record Empty() {}

  record Holder(Object content) {}

  record Failing(int value) {
    @Override
    public int value() {
      throw new IllegalStateException("unreadable");
    }
  }

  record Scale(double factor) implements DoubleUnaryOperator {
    @Override
    public double applyAsDouble(double x) {
      return factor * x;
    }
  }

  @Test
  void record_inPython_isAFrozenDataclass() {
    engine.setGlobal("p", new Point(1, 2));
    assertThat(python.run("p.x + p.y").asDouble()).isEqualTo(3);
    assertThat(python.run("repr(p)").asString()).isEqualTo("Point(x=1.0, y=2.0)");
    assertThat(python.run("import dataclasses; dataclasses.is_dataclass(p)").asBoolean()).isTrue();
    engine.setGlobal("q", new Point(1, 2));
    assertThat(python.run("p == q and hash(p) == hash(q)").asBoolean()).isTrue();
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> python.run("p.x = 5"))
        .satisfies(error -> assertThat(error.typeName()).isEqualTo("FrozenInstanceError"));
  }

  @Test
  void record_nested_comesBackEqual() {
    Line line = new Line(new Point(0, 0), new Point(1, 1), List.of("a"), Optional.empty());
    engine.setGlobal("lines", Map.of("all", List.of(line)));
    assertThat(python.run("lines['all'][0].from_.x").asDouble()).isZero();
    assertThat(python.run("lines['all'][0].labels[0]").asString()).isEqualTo("a");
    assertThat(python.run("lines['all']").asListOf(Line.class)).containsExactly(line);
    engine.setGlobal("empty", new Empty());
    assertThat(engine.getGlobal("empty").as(Empty.class)).isEqualTo(new Empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from dataclasses import dataclass\n@dataclass\nclass Point:\n  x: float\n  y: float",
        "from dataclasses import dataclass\n@dataclass\nclass Point:\n  y: float\n  x: float\n  def norm(self): pass",
        "from collections import namedtuple\nPoint = namedtuple('Point', 'x y')"
      })
  void record_whereTheScriptHasItsClass_isOneOfThat(String definition) {
    python.run(definition);
    engine.setGlobal("p", new Point(1, 2));
    assertThat(python.run("type(p) is Point and (p.x, p.y) == (1, 2)").asBoolean()).isTrue();
    assertThat(engine.getGlobal("p").as(Point.class)).isEqualTo(new Point(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Point = 5",
        "class Point: pass",
        "def Point(x, y): return None",
        "from collections import namedtuple\nPoint = namedtuple('Point', 'x z')",
        "class Point(tuple):\n  _fields = 7",
        "class Meta(type):\n  def __getattr__(cls, name): raise ValueError(name)\nclass Point(metaclass=Meta): pass"
      })
  void record_whereTheScriptsNameMeansAnotherThing_isMadeOrRefused(String definition) {
    python.run(definition);
    try {
      engine.setGlobal("p", new Point(1, 2));
      assertThat(engine.getGlobal("p").as(Point.class)).isEqualTo(new Point(1, 2));
    } catch (TypeConversionException e) {
      assertThat(e).hasMessageContaining("cannot convert to a Python value");
    }
    assertThat(python.isUsable()).isTrue();
  }

  @Test
  void record_fromAHostFunction_isOneToo() {
    engine.registerFunction("origin", _ -> new Point(0, 0));
    assertThat(python.run("origin().x").asDouble()).isZero();
    engine.registerFunction("x", arguments -> arguments.get(0).as(Point.class).x());
    assertThat(python.run("x(origin())").asDouble()).isZero();
  }

  @Test
  void record_withWhatPythonCannotHold_isRefusedWithItsPlace() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.setGlobal("h", List.of(new Holder(new Object()))))
        .withMessageContaining("[0].content");
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.setGlobal("f", new Failing(1)))
        .withMessageContaining("unreadable")
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void record_thatIsAFunction_isCalled() {
    engine.setGlobal("scale", new Scale(3));
    assertThat(python.run("scale(2)").asDouble()).isEqualTo(6);
  }

  @Test
  void record_inPython_staysAReferenceInJava() {
    engine.setGlobal("p", new Point(1, 2));
    ScriptValue value = engine.getGlobal("p");
    assertThat(value.isReference()).isTrue();
    assertThat(value.typeName()).isEqualTo("Point");
    assertThat(value).hasToString("Point(x=1.0, y=2.0)");
    assertThat(value.attribute("x").map(ScriptValue::asDouble)).contains(1.0);
  }
}

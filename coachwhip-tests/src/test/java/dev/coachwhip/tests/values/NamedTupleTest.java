package dev.coachwhip.tests.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("python")
@DisplayName("V: namedtuples")
class NamedTupleTest {

  private static final String POINT =
      "import collections\nPoint = collections.namedtuple('Point', 'x y')\n";

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  record Point(long x, long y) {}

  @Test
  void namedtuple_asRecord_isByName() {
    ScriptValue value = python.run(POINT + "Point(y=2, x=1)");
    assertThat(value.as(Point.class)).isEqualTo(new Point(1, 2));
    assertThat(value.toJava()).isEqualTo(List.of(1L, 2L));
    assertThat(value.typeName()).isEqualTo("Point");
    assertThat(value.attribute("y")).hasValueSatisfying(y -> assertThat(y.asLong()).isEqualTo(2));
  }

  @Test
  void namedtuple_backInTheSameEngine_isOfTheScriptsClass() {
    python.engine().setGlobal("back", python.run(POINT + "Point(1, 2)"));
    assertThat(python.run("type(back) is Point and back == Point(1, 2)").asBoolean()).isTrue();
  }

  @Test
  void namedtuple_inAnotherEngine_hasTheNamesStill() {
    ScriptValue value = python.run(POINT + "{Point(1, 2): 'key'}");
    try (TestEngine other = new TestEngine()) {
      other.engine().setGlobal("d", value);
      assertThat(other.run("k = next(iter(d))\n[k.x, k.y, isinstance(k, tuple)]").toJava())
          .isEqualTo(List.of(1L, 2L, true));
    }
  }

  @Test
  void namedtuple_whoseClassIsAnotherByNow_isStillATuple() {
    ScriptValue value = python.run(POINT + "Point(1, 2)");
    python.run("Point = 'no class'");
    python.engine().setGlobal("back", value);
    assertThat(python.run("back == (1, 2) and back.x == 1").asBoolean()).isTrue();
  }

  @Test
  void namedtuple_thatLiesAboutItsFields_isATuple() {
    ScriptValue value = python.run("class T(tuple):\n  _fields = ('a', 'b', 3)\nT((1, 2))");
    assertThat(value.toJava()).isEqualTo(List.of(1L, 2L));
    python.engine().setGlobal("back", value);
    assertThat(python.run("back == (1, 2) and type(back) is tuple").asBoolean()).isTrue();
  }

  @Test
  void namedtuple_ofFieldsNobodyCanHave_isATuple() {
    ScriptValue value = python.run("class T(tuple):\n  _fields = ('a', 'a')\nT((1, 2))");
    python.engine().setGlobal("back", value);
    assertThat(python.run("back == (1, 2)").asBoolean()).isTrue();
  }
}

package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.Exposed;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java objects as Python objects (V). */
@Tag("python")
@DisplayName("V: Java objects, explicitly exposed, as Python objects")
class ExposedObjectTest {

  private final TestEngine python = new TestEngine();
  private final SimulatedStage stage = new SimulatedStage();

  @BeforeEach
  void expose() {
    python.engine().setGlobal("stage", Exposed.of(stage, Stage.class));
  }

  @AfterEach
  void close() {
    python.close();
  }

  private @Nullable Object result(String script) {
    return python.run(script).toJava();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stage.move_abs(2.5) | 2.5",
        "stage.moveAbs(2.5) | 2.5",
        "stage.move_abs(3) | 3.0",
        "stage.move_abs(3, 2) | 6.0",
        "stage.move_abs(3, speed=2) | 6.0",
        "stage.move_abs(speed=2, position=3) | 6.0",
        "stage.move_abs('home') | at home",
        "stage.join() | ~~",
        "stage.join('a') | a",
        "stage.join('a', 'b', 'c') | a-b-c",
        "stage.join(['a', 'b']) | a-b",
        "stage.sum(values=[1.5, 2]) | 3.5",
        "stage.from_() | SN-7",
        "stage.speed | 1.0",
        "stage.homed | false",
        "stage.is_homed() | false",
        "str(stage) | a simulated stage",
        "repr(stage) | a simulated stage",
        "stage == stage | true",
        "stage != 3 | true",
        "hash(stage) == hash(stage) | true",
        "{stage: 1}[stage] | 1",
        "type(stage).__name__ | Stage",
        "type(stage).__module__ | java.dev.coachwhip.tests.objects",
        "stage.move_abs.__name__ | move_abs",
        "stage.move_abs.__qualname__ | Stage.move_abs",
        "import inspect; str(inspect.signature(stage.sum)) | (values)",
        "callable(stage) | false",
      })
  void members_usedInPython_areThoseOfTheApi(String script, String expected) {
    assertThat(result(script)).hasToString(expected);
  }

  @Test
  void positions_returned_areACopy() {
    assertThat(result("stage.move_abs(1); p = stage.positions(); p.append(2.0); stage.positions()"))
        .isEqualTo(List.of(1.0));
  }

  @Test
  void speed_assigned_callsTheSetter() {
    python.run("stage.speed = 4");

    assertThat(stage.getSpeed()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stage.homed = True | AttributeError",
        "stage.other = 1 | AttributeError",
        "stage.move_abs = 1 | AttributeError",
        "stage.secret() | AttributeError",
        "stage.secretField | AttributeError",
        "stage.speed = 'fast' | expected double, found str 'fast'",
        "stage.sum([1.5, 'x']) | [1]",
        "stage.sum() | missing 1 required positional argument",
        "stage.sum([], 2) | positional argument",
        "stage.sum(other=[]) | unexpected keyword argument",
        "stage.move_abs(1.5, 'x') | no move_abs() takes (float 1.5, str 'x')",
        "stage.move_abs(place='x', speed=1) | no move_abs() takes (place=str 'x', speed=int 1)",
        "stage.move_abs(None) | String move_abs(String place)",
        "stage < stage | TypeError",
        "len(stage) | TypeError",
        "stage[0] | TypeError",
        "iter(stage) | TypeError",
        "stage() | TypeError",
        "import copy; copy.copy(stage) | cannot be copied or pickled",
        "import pickle; pickle.dumps(stage) | cannot be copied or pickled",
      })
  void mistake_inPython_isAnErrorThatSaysSo(String script, String message) {
    // move_abs(None) fits only the overload with a reference, so this one is no mistake.
    if (script.contains("None")) {
      assertThat(result(script)).isEqualTo("at null");
      return;
    }
    assertThatThrownBy(() -> python.run(script)).hasMessageContaining(message);
  }

  @Test
  void noOverloadFits_error_listsAll() {
    assertThatThrownBy(() -> python.run("stage.move_abs([])"))
        .hasMessageContaining("double move_abs(double position)")
        .hasMessageContaining("double move_abs(double position, double speed)")
        .hasMessageContaining("String move_abs(String place)");
  }

  @Test
  void exception_ofAMethod_arrivesAsOfAHostFunction() {
    assertThat(result("try:\n  stage.fail()\nexcept Exception as e:\n  result = type(e).__name__"))
        .isEqualTo("IOException");
    assertThat(catchThrowable(() -> python.run("stage.fail()"))).hasCause(stage.failure);
  }

  @Test
  void object_backInJava_isTheSame() {
    assertThat(python.run("stage").toJava()).isSameAs(stage);
    assertThat(python.run("stage").as(Stage.class)).isSameAs(stage);
    assertThat(python.run("[stage]").toJava()).isEqualTo(List.of(stage));
    assertThat(python.engine().getGlobal("stage").as(SimulatedStage.class)).isSameAs(stage);
    assertThat(python.run("stage").is(List.class)).isFalse();
  }

  @Test
  void object_exposedTwice_isEqual() {
    python.engine().setGlobal("again", Exposed.of(stage, Stage.class));

    assertThat(result("stage == again and hash(stage) == hash(again)")).isEqualTo(true);
  }

  @Test
  void valueOfAnObject_givenBack_isTheObject() {
    python.engine().setGlobal("again", python.run("stage"));

    assertThat(result("again.move_abs(7)")).isEqualTo(7.0);
  }

  @Test
  void with_left_closes() {
    assertThat(result("with stage as s:\n  inside = s is stage\nresult = inside")).isEqualTo(true);
    assertThat(stage.closed).isTrue();
  }

  @Test
  void with_leftByAnError_closesAndLetsItThrough() {
    assertThatThrownBy(() -> python.run("with stage:\n  1 / 0"))
        .hasMessageContaining("ZeroDivisionError");
    assertThat(stage.closed).isTrue();
  }

  @Test
  void dir_ofAnObject_namesEachMemberOnce() {
    assertThat(result("[n for n in dir(stage) if not n.startswith('__')]"))
        .isEqualTo(
            List.of(
                "close",
                "fail",
                "from_",
                "get_speed",
                "homed",
                "is_homed",
                "join",
                "move_abs",
                "positions",
                "set_speed",
                "speed",
                "sum"));
  }

  @Test
  void help_ofAnObject_showsSignatures() {
    assertThat(
            String.valueOf(
                result("import pydoc; pydoc.render_doc(stage, renderer=pydoc.plaintext)")))
        .contains("The Java interface dev.coachwhip.tests.objects.Stage.")
        .contains("sum(self, values)")
        .contains("double sum(List values)")
        .contains("double move_abs(double position, double speed)")
        .doesNotContain("moveAbs")
        .doesNotContain("PyCapsule");
  }

  /** A record, whose components are attributes. */
  public record Point(double x, double y) implements Comparable<Point> {
    /** Returns the distance from the origin. */
    public double norm() {
      return Math.hypot(x, y);
    }

    @Override
    public int compareTo(Point other) {
      return Double.compare(norm(), other.norm());
    }
  }

  @Test
  void record_exposed_hasItsComponentsAsAttributes() {
    python.engine().setGlobal("p", Exposed.of(new Point(3, 4), Point.class));
    python.engine().setGlobal("q", Exposed.of(new Point(6, 8), Point.class));

    assertThat(result("[p.x, p.y, p.norm(), str(p)]"))
        .isEqualTo(List.of(3.0, 4.0, 5.0, "Point[x=3.0, y=4.0]"));
    assertThat(result("[p < q, p <= q, p > q, p >= q, max(p, q) is q]"))
        .isEqualTo(List.of(true, true, false, false, true));
    assertThatThrownBy(() -> python.run("p < 3")).hasMessageContaining("TypeError");
  }

  /** A class that says for itself what scripts may use. */
  public static final class Counter {
    private long count;

    /** Counts on. */
    @Exposed.Method(name = "more", doc = "Counts on by a number.")
    public long countOn(long by) {
      count += by;
      return count;
    }

    /** Returns the count. */
    @Exposed.Method
    public long getCount() {
      return count;
    }

    /** Not for scripts. */
    public void reset() {
      count = 0;
    }
  }

  @Test
  void annotatedMethods_exposed_areAllThatCanBeUsed() {
    python.engine().setGlobal("counter", Exposed.of(new Counter()));

    assertThat(result("counter.more(2); counter.more(by=3); [counter.count, counter.get_count()]"))
        .isEqualTo(List.of(5L, 5L));
    assertThat(result("counter.more.__doc__"))
        .isEqualTo("Counts on by a number.\n\nlong more(long by)");
    assertThatThrownBy(() -> python.run("counter.reset()")).hasMessageContaining("AttributeError");
    assertThatThrownBy(() -> python.run("counter.countOn(1)"))
        .hasMessageContaining("AttributeError");
  }

  /** What comes to scripts wherever a value does. */
  @Exposed.Api(doc = "A light source.")
  public interface Lamp {
    /** Returns the power. */
    int power();
  }

  /** Something with a method that returns such an object. */
  public interface Bench {
    /** Returns the lamp. */
    Lamp lamp();

    /** Returns what may not be used by scripts. */
    Thread thread();
  }

  private static final class BenchWithLamp implements Bench {
    @Override
    public Lamp lamp() {
      return () -> 40;
    }

    @Override
    public Thread thread() {
      return Thread.currentThread();
    }
  }

  @Test
  void annotatedInterface_asAResult_isExposedByItself() {
    python.engine().setGlobal("bench", Exposed.of(new BenchWithLamp(), Bench.class));

    assertThat(result("bench.lamp().power()")).isEqualTo(40L);
    assertThat(String.valueOf(result("type(bench.lamp()).__doc__"))).startsWith("A light source.");
    Lamp lamp = () -> 7;
    python.engine().setGlobal("lamps", Map.of("left", lamp));
    assertThat(result("lamps['left'].power()")).isEqualTo(7L);
  }

  @Test
  void plainObject_asAResult_isAnErrorAndNotExposed() {
    python.engine().setGlobal("bench", Exposed.of(new BenchWithLamp(), Bench.class));

    assertThatThrownBy(() -> python.run("bench.thread()")).hasMessageContaining("java.lang.Thread");
    assertThatThrownBy(() -> python.engine().setGlobal("o", new Object()))
        .isInstanceOf(TypeConversionException.class);
  }

  @Test
  void functionalInterface_exposed_canBeCalled() {
    DoubleUnaryOperator twice = x -> 2 * x;
    python.engine().setGlobal("twice", Exposed.of(twice, DoubleUnaryOperator.class));

    assertThat(result("[twice(4), twice.apply_as_double(5), callable(twice)]"))
        .isEqualTo(List.of(8.0, 10.0, true));
  }

  @Test
  void listApi_exposed_isIndexedAndCounted() {
    List<Integer> list = new java.util.ArrayList<>(List.of(1, 2, 3));
    python.engine().setGlobal("l", Exposed.of(list, List.class));

    assertThat(result("[len(l), l[0], l[-1], l[1:], 2 in l, 9 in l, list(l), l.is_empty()]"))
        .isEqualTo(List.of(3L, 1L, 3L, List.of(2L, 3L), true, false, List.of(1L, 2L, 3L), false));
    python.run("l[0] = 9; del l[1]; l.add(5)");
    assertThat(list).hasToString("[9, 3, 5]");
  }

  @Test
  void mapApi_exposed_isIndexedByKey() {
    Map<String, Integer> map = new java.util.TreeMap<>(Map.of("a", 1));
    python.engine().setGlobal("m", Exposed.of(map, Map.class));

    assertThat(result("[len(m), m['a'], 'a' in m, 3 in m, list(m)]"))
        .isEqualTo(List.of(1L, 1L, true, false, List.of("a")));
    assertThatThrownBy(() -> python.run("m['b']")).hasMessageContaining("KeyError: 'b'");
  }

  @Test
  void object_afterItsEngineClosed_refusesInAnother() {
    try (TestEngine other = new TestEngine()) {
      other.engine().setGlobal("foreign", python.run("lambda stage=stage: stage.speed"));
      python.close();

      assertThatThrownBy(() -> other.run("foreign()"))
          .hasMessageContaining("the engine of this function is closed");
    }
  }
}

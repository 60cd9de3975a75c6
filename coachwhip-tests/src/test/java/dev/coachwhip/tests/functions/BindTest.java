package dev.coachwhip.tests.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptName;
import dev.coachwhip.error.ErrorCode;
import dev.coachwhip.error.FunctionBindingException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Java interfaces whose methods are functions of a script (V, E11). */
@Tag("python")
class BindTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  record Point(double x, double y) {}

  interface Stage {
    double moveAbs(
        @ScriptName("position") double position, @ScriptName("speed") OptionalDouble speed);

    List<Point> path(@ScriptName("n") int n);

    default double home() {
      return moveAbs(0, OptionalDouble.empty());
    }
  }

  private static final String STAGE =
      """
      def move_abs(position, speed=2.0):
          return position * speed

      def path(n):
          return [{'x': i, 'y': i * i} for i in range(n)]
      """;

  @Test
  @DisplayName("V: methods of an interface are the script's functions, defaults and types held")
  void bind_interface_callsTheFunctions() {
    python.run(STAGE);
    Stage stage = engine.bind(Stage.class);
    assertThat(stage.moveAbs(3, OptionalDouble.empty())).isEqualTo(6);
    assertThat(stage.moveAbs(3, OptionalDouble.of(5))).isEqualTo(15);
    assertThat(stage.path(2)).containsExactly(new Point(0, 0), new Point(1, 1));
    assertThat(stage.home()).isZero();
  }

  @Test
  void bind_objectMethods_areTheProxysOwn() {
    python.run(STAGE);
    Stage stage = engine.bind(Stage.class);
    assertThat(Set.of(stage)).contains(stage).doesNotContain(engine.bind(Stage.class));
    assertThat((Object) stage).isNotEqualTo("x");
    assertThat(stage).hasToString("Stage by the globals of python");
  }

  interface Wrong {
    void missing();

    void number();

    void tooMany(int a, int b);

    void tooFew();

    void noSuchName(@ScriptName("other") int a);

    void notMoreThanNone(int... all);
  }

  @Test
  @DisplayName("V: every method that cannot be bound is listed")
  void bind_wrongInterface_listsEveryProblem() {
    python.run(
        """
        number = 5
        def too_many(a): pass
        def too_few(a, b, c=1, *, d): pass
        def no_such_name(a=0): pass
        def not_more_than_none(): pass
        """);
    assertThatExceptionOfType(FunctionBindingException.class)
        .isThrownBy(() -> engine.bind(Wrong.class))
        .satisfies(error -> {
          assertThat(error.code()).isEqualTo(ErrorCode.FUNCTION_BINDING);
          assertThat(error.problems()).hasSize(6);
        })
        .withMessageContaining("missing: there is no function 'missing'")
        .withMessageContaining("number: a int, which cannot be called")
        .withMessageContaining("too_many takes no argument for")
        .withMessageContaining("too_few needs 'a' and needs 'b' and needs 'd'")
        .withMessageContaining("no_such_name has no parameter 'other'")
        .withMessageContaining("not_more_than_none takes no argument for");
  }

  interface Ways {
    String show(
        @ScriptName("c") Optional<Integer> c,
        @ScriptName("a") int a,
        @ScriptName("flag") boolean flag,
        @ScriptName("b") Optional<Integer> b);

    @ScriptName("show_rest")
    String rest(@ScriptName("first") int first, int... more);

    @ScriptName("show_named")
    String named(@ScriptName("x") int x, @ScriptName("y") Optional<String> y);

    @ScriptName("show_positional")
    String positional(@ScriptName("a") Optional<Integer> a, @ScriptName("b") Optional<Integer> b);

    @ScriptName("show_required")
    String required(Optional<String> text);
  }

  @Test
  void bind_argumentsByName_reachTheirParameters() {
    python.run(
        """
        def show(a, b=10, c=20, *, flag=None): return f'{a} {b} {c} {flag}'
        def show_rest(first, *more): return f'{first} {more}'
        def show_named(**named): return str(named)
        def show_positional(a=1, b=2, /): return f'{a} {b}'
        def show_required(text): return repr(text)
        """);
    Ways ways = engine.bind(Ways.class);
    assertThat(ways.show(Optional.empty(), 1, true, Optional.of(3))).isEqualTo("1 3 20 True");
    assertThat(ways.show(Optional.of(4), 1, false, Optional.empty())).isEqualTo("1 10 4 False");
    assertThat(ways.rest(1, 2, 3)).isEqualTo("1 (2, 3)");
    assertThat(ways.rest(1)).isEqualTo("1 ()");
    assertThat(ways.named(1, Optional.empty())).isEqualTo("{'x': 1}");
    assertThat(ways.positional(Optional.of(5), Optional.empty())).isEqualTo("5 2");
    assertThat(ways.required(Optional.empty())).isEqualTo("None");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ways.positional(Optional.empty(), Optional.of(5)))
        .withMessageContaining("'b'");
  }

  interface Maths {
    double sqrt(double x);

    double hypot(double... of);

    long gcd(long... of);
  }

  @Test
  void bind_moduleOfBuiltins_works() {
    Maths maths = engine.bind(Maths.class, python.run("import math; math"));
    assertThat(maths.sqrt(9)).isEqualTo(3);
    assertThat(maths.hypot(3, 4)).isEqualTo(5);
    assertThat(maths.gcd(12, 18)).isEqualTo(6);
  }

  interface Shapes extends AutoCloseable {
    int count();

    @Override
    void close();
  }

  @Test
  void bind_objectOfAClass_callsItsMethods() {
    Shapes shapes =
        engine.bind(
            Shapes.class,
            python.run(
                """
                class Shapes:
                    def __init__(self): self.n = 0
                    def count(self):
                        self.n += 1
                        return self.n
                Shapes()
                """));
    assertThat(shapes.count()).isEqualTo(1);
    assertThat(shapes.count()).isEqualTo(2);
    shapes.close(); // the script has none, which is fine
  }

  interface Counter {
    int count();
  }

  @Test
  void bind_functionDefinedAnew_isSeenByTheNextBind() {
    python.run("def count(): return 1");
    Counter first = engine.bind(Counter.class);
    python.run("def count(): return 2");
    assertThat(first.count()).isEqualTo(1);
    assertThat(engine.bind(Counter.class).count()).isEqualTo(2);
  }

  @Test
  void bind_errors_comeAsTheyAre() {
    python.run("def count(): return 'many'");
    Counter counter = engine.bind(Counter.class);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(counter::count)
        .withMessage("expected int, found str 'many'");
    python.run("def count(): raise ValueError('none')");
    Counter failing = engine.bind(Counter.class);
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(failing::count)
        .satisfies(error -> assertThat(error.typeName()).isEqualTo("ValueError"));
    engine.close();
    assertThatIllegalStateException().isThrownBy(counter::count);
  }

  @Test
  void bind_whatIsNoInterface_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> engine.bind(String.class));
  }

  interface Generic<T> {
    T make();
  }

  interface Maker extends Generic<Map<String, Integer>> {}

  @Test
  void bind_genericInterface_knowsItsTypes() {
    python.run("def make(): return {'a': 1}");
    assertThat(engine.bind(Maker.class).make()).containsEntry("a", 1);
    assertThat(engine.bind(Generic.class).make()).isEqualTo(Map.of("a", 1L));
  }

  interface Hostile {
    int lying();
  }

  @Test
  void bind_functionWhoseSignatureRaises_isCalledUnchecked() {
    python.run(
        """
        class Lying:
            @property
            def __signature__(self): raise RuntimeError('no')
            def __call__(self): return 7
            __doc__ = 5
        lying = Lying()
        """);
    assertThat(engine.bind(Hostile.class).lying()).isEqualTo(7);
  }
}

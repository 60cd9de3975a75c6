package dev.coachwhip.tests.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.DescribedFunction;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host functions with parameters, defaults and documentation (E11, V). */
@Tag("python")
class DescribedFunctionTest {

  private static final DescribedFunction MOVE =
      HostFunction.described("Moves the stage.")
          .parameter("position")
          .parameter("speed", 1.5)
          .rest("more")
          .named("unit", "mm")
          .furtherNamed("options")
          .body(arguments -> arguments.positional() + " " + arguments.named());

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @BeforeEach
  void register() {
    engine.registerFunction("move", MOVE);
    engine.registerFunction(
        "two",
        HostFunction.described("")
            .positional("first")
            .parameter("a")
            .parameter("b", 2)
            .named("c")
            .body(arguments -> arguments.asLong("a") + arguments.asLong("b")));
  }

  @AfterEach
  void close() {
    python.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "move(1)|[1, 1.5] {unit=mm}",
        "move(1, 2, 3, 4)|[1, 2, 3, 4] {unit=mm}",
        "move(speed=2, position=1)|[1, 2] {unit=mm}",
        "move(1, unit='m', x=5)|[1, 1.5] {unit=m, x=5}",
        "two(0, b=1, a=4, c=0)|5"
      })
  void arguments_howeverPassed_areInOrder(String call, String expected) {
    assertThat(python.run(call)).hasToString(expected);
  }

  /** Python's own function of the same parameters says the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "two()",
        "two(1)",
        "two(1, 2)",
        "two(1, 2, 3, 4)",
        "two(1, 2, c=3, d=4)",
        "two(1, 2, a=3, c=4)",
        "two(first=1, a=2, c=3)",
        "two(1, 2, b=3)"
      })
  void wrongArguments_areTheTypeErrorThatPythonHas(String call) {
    String host = errorOf(call);
    python.run("def two(first, /, a, b=2, *, c): pass");
    assertThat(host).startsWith("TypeError: two() ");
    if (!call.contains("first=")) { // both are wrong; Python tells of another one first
      assertThat(host).isEqualTo(errorOf(call));
    }
  }

  private String errorOf(String call) {
    ScriptRuntimeException error =
        catchThrowableOfType(ScriptRuntimeException.class, () -> python.run(call));
    assertThat(error).hasNoCause();
    return String.valueOf(error.getMessage());
  }

  @Test
  void typeError_canBeCaught() {
    assertThat(python.run("try:\n  move()\nexcept TypeError as e:\n  result = str(e)").asString())
        .isEqualTo("move() missing 1 required positional argument: 'position'");
  }

  @Test
  void python_showsNameSignatureAndDocumentation() {
    assertThat(python.run("move.__name__").asString()).isEqualTo("move");
    assertThat(python.run("move.__doc__").asString()).isEqualTo("Moves the stage.");
    assertThat(python.run("import inspect; str(inspect.signature(move))").asString())
        .isEqualTo("(position, speed=1.5, *more, unit='mm', **options)");
    assertThat(python.run("str(inspect.signature(two))").asString())
        .isEqualTo("(first, /, a, b=2, *, c)");
    assertThat(python.run("import pydoc; pydoc.render_doc(move, renderer=pydoc.plaintext)"))
        .asString()
        .contains("move(position, speed=1.5, *more, unit='mm', **options)")
        .contains("Moves the stage.");
  }

  @Test
  void defaults_ofEveryKind_areShownIfPythonCanReadThem() {
    engine.registerFunction(
        "f",
        HostFunction.described("Tricky ) -- text\n--\n\nmore")
            .parameter("none", null)
            .parameter("yes", true)
            .parameter("text", "a'b\"\n--\n\n)\u00e9")
            .parameter("nan", Double.NaN)
            .parameter("map", Map.of("a", 1))
            .parameter("negative", -1)
            .body(arguments -> arguments.get("map")));
    assertThat(
            python
                .run("import inspect; list(inspect.signature(f).parameters)")
                .asListOf(String.class))
        .containsExactly("none", "yes", "text", "nan", "map", "negative");
    assertThat(python.run("[p.default for p in inspect.signature(f).parameters.values()][2]"))
        .hasToString("a'b\"\n--\n\n)\u00e9");
    assertThat(python.run("f()").asMapOf(Long.class)).containsEntry("a", 1L);
    assertThat(python.run("f.__doc__").asString()).isEqualTo("Tricky ) -- text\n--\n\nmore");
  }

  @Test
  void namesPythonCannotShow_stillWork() {
    engine.registerFunction(
        "f", HostFunction.described("Said.").parameter("gr\u00f6\u00dfe").body(a -> a.get(0)));
    assertThat(python.run("f(gr\u00f6\u00dfe=5)").asLong()).isEqualTo(5);
    assertThat(python.run("f.__doc__").asString()).isEqualTo("Said.");
  }

  @Test
  void function_setAsGlobal_isCalledByItsName() {
    engine.setGlobal("stage", Map.of("move", MOVE));
    engine.setGlobal("go", MOVE);
    assertThat(python.run("go.__name__").asString()).isEqualTo("go");
    assertThat(python.run("stage['move'](1)").asString()).isEqualTo("[1, 1.5] {unit=mm}");
  }

  @Test
  void builder_parametersOutOfOrder_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostFunction.described("").parameter("a", 1).parameter("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostFunction.described("").parameter("a").parameter("a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostFunction.described("").rest("a").rest("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostFunction.described("").named("a").parameter("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostFunction.described("").parameter("not a name"));
  }
}

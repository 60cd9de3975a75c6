package dev.coachwhip.tests.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.JavaType;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptSignature.Kind;
import dev.coachwhip.ScriptSignature.Parameter;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Functions of Python as Java's functional interfaces (V). */
@Tag("python")
class FunctionalInterfaceTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    python.close();
  }

  @Test
  void function_asOperator_isCalled() {
    DoubleUnaryOperator operator = python.run("lambda x: x / 2").as(DoubleUnaryOperator.class);
    assertThat(operator.compose(x -> x + 1).applyAsDouble(3)).isEqualTo(2);
  }

  @Test
  void builtinsAndClasses_asFunctions_areCalled() throws Exception {
    assertThat(python.run("len").asType(new JavaType<Function<Object, Integer>>() {}).apply("four"))
        .isEqualTo(4);
    assertThat(python.run("str").as(Callable.class).call()).isEqualTo("");
  }

  @Test
  void function_asComparator_sortsAStream() {
    Comparator<Integer> descending =
        python.run("lambda a, b: b - a").asType(new JavaType<Comparator<Integer>>() {});
    assertThat(Stream.of(1, 3, 2).sorted(descending)).containsExactly(3, 2, 1);
  }

  @Test
  void function_thatRaises_throwsAsItIs() {
    Runnable failing = python.run("def f(): raise KeyError('x')\nf").as(Runnable.class);
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(failing::run)
        .satisfies(error -> assertThat(error.typeName()).isEqualTo("KeyError"));
  }

  @Test
  void predicate_thatGivesNoBool_isRefused() {
    Predicate<String> truthy =
        python.run("lambda s: len(s)").asType(new JavaType<Predicate<String>>() {});
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> truthy.test("abc"))
        .withMessage("expected boolean, found int 3");
  }

  @Test
  void whatCannotBeCalled_asFunction_isRefused() {
    ScriptValue module = python.run("import sys; sys");
    assertThat(module.is(Runnable.class)).isFalse();
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> module.as(Runnable.class));
  }

  private Optional<ScriptSignature> signature(String script) {
    return python.run(script).reference().flatMap(ScriptObject::signature);
  }

  @Test
  void signature_ofFunction_tellsItsParameters() {
    assertThat(
            signature(
                """
                def f(a, /, b, c=1, *rest, d, e=2, **more):
                    '''What it does.

                    And more.'''
                f
                """))
        .contains(
            new ScriptSignature(
                "f",
                java.util.List.of(
                    new Parameter("a", Kind.POSITIONAL_ONLY, false),
                    new Parameter("b", Kind.POSITIONAL_OR_KEYWORD, false),
                    new Parameter("c", Kind.POSITIONAL_OR_KEYWORD, true),
                    new Parameter("rest", Kind.VAR_POSITIONAL, false),
                    new Parameter("d", Kind.KEYWORD_ONLY, false),
                    new Parameter("e", Kind.KEYWORD_ONLY, true),
                    new Parameter("more", Kind.VAR_KEYWORD, false)),
                Optional.of("What it does.\n\nAnd more.")));
  }

  @Test
  void signature_ofWhatTellsNone_isEmpty() {
    assertThat(signature("import sys; sys")).isEmpty();
    assertThat(
            signature(
                """
                class Lying:
                    __signature__ = 7
                    def __call__(self): pass
                Lying()
                """))
        .isEmpty();
  }

  @Test
  void attribute_ofObject_isReadNow() {
    ScriptValue object =
        python.run(
            """
            class Box:
                value = 1
                @property
                def failing(self): raise ValueError('no')
            box = Box()
            box
            """);
    assertThat(object.attribute("value").map(ScriptValue::asLong)).contains(1L);
    python.run("box.value = 2");
    assertThat(object.attribute("value").map(ScriptValue::asLong)).contains(2L);
    assertThat(object.attribute("absent")).isEmpty();
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> object.attribute("failing"))
        .satisfies(error -> assertThat(error.typeName()).isEqualTo("ValueError"));
    assertThat(python.run("5").attribute("real")).isEmpty();
  }
}

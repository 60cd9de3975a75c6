package dev.coachwhip.tests.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lambdas and other objects with a functional interface as functions of Python (V, E11). */
@Tag("python")
class FunctionalObjectTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  @FunctionalInterface
  interface Clamp {
    double clamp(double value, double low, double high);
  }

  /** Knows its type argument, which a lambda does not. */
  private static final class Halve implements Function<Integer, Integer> {
    @Override
    public Integer apply(Integer n) {
      return n / 2;
    }
  }

  @Test
  void lambda_asGlobal_isAFunction() {
    engine.setGlobal("twice", (DoubleUnaryOperator) x -> 2 * x);
    engine.setGlobal("clamp", (Clamp) (x, low, high) -> Math.clamp(x, low, high));
    engine.setGlobal("halve", new Halve());
    assertThat(python.run("twice(3)").asDouble()).isEqualTo(6);
    assertThat(python.run("clamp(5, 0, 1.5)").asDouble()).isEqualTo(1.5);
    assertThat(python.run("halve(8)").asLong()).isEqualTo(4);
    assertThat(python.run("twice.__name__").asString()).isEqualTo("twice");
  }

  @Test
  void lambdas_inContainers_areFunctions() {
    List<String> log = new ArrayList<>();
    engine.setGlobal("actions", List.of((Runnable) () -> log.add("ran"), (Callable<?>) () -> 7));
    assertThat(python.run("actions[0](); actions[1]()").asLong()).isEqualTo(7);
    assertThat(log).containsExactly("ran");
  }

  @Test
  void comparator_sortsAListOfPython() {
    engine.setGlobal("compare", Comparator.reverseOrder());
    assertThat(
            python
                .run("import functools; sorted([1, 3, 2], key=functools.cmp_to_key(compare))")
                .asListOf(Integer.class))
        .containsExactly(3, 2, 1);
  }

  @Test
  void wrongArguments_areATypeError() {
    engine.setGlobal("twice", (DoubleUnaryOperator) x -> 2 * x);
    engine.setGlobal("halve", new Halve());
    assertError("twice()", "twice() missing 1 required positional argument");
    assertError("twice(1, 2)", "twice() takes 1 positional argument but 2 were given");
    assertError("twice('a')", "twice() argument 1: expected double, found str 'a'");
    assertError("halve(0.5)", "halve() argument 1: expected int, found float 0.5");
  }

  private void assertError(String call, String message) {
    ScriptRuntimeException error =
        catchThrowableOfType(ScriptRuntimeException.class, () -> python.run(call));
    assertThat(error.typeName()).isEqualTo("TypeError");
    assertThat(error).hasMessageContaining(message);
  }

  @Test
  void exception_ofTheLambda_isTheCause() {
    IOException failure = new IOException("gone");
    engine.setGlobal(
        "read",
        (Callable<?>)
            () -> {
              throw failure;
            });
    assertThat(catchThrowableOfType(ScriptRuntimeException.class, () -> python.run("read()")))
        .hasCause(failure);
  }

  /** Two functions in one. */
  private static final class Both implements Runnable, Supplier<String> {
    @Override
    public void run() {}

    @Override
    public String get() {
      return "";
    }
  }

  @Test
  void objectWithTwoFunctions_isRefused() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.setGlobal("both", Map.of("a", new Both())))
        .withMessageContaining("java.lang.Runnable")
        .withMessageContaining("java.util.function.Supplier");
  }

  @Test
  void objectWithoutFunction_isRefused() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.setGlobal("o", new Object()));
  }
}

package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.coachwhip.Exposed;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objects that stay on one side and are used on the other. */
@Tag("python")
@Tag("processes")
@Timeout(60)
class WorkerObjectsTest {

  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine = IsolatedEngine.create();
  }

  @AfterAll
  static void end() {
    engine.close();
  }

  @AfterEach
  void clear() {
    engine.engine().clearGlobals();
  }

  @Test
  void reference_givenBack_isTheSameObject() {
    ScriptValue thing = engine.run("class Thing: pass\nthing = Thing()\nthing");
    engine.engine().setGlobal("again", thing);
    assertThat(engine.run("again is thing").asBoolean()).isTrue();
    assertThat(thing.toString()).contains("Thing object");
  }

  @Test
  void reference_asked_tellsAttributesFieldsAndSignature() {
    ScriptValue point =
        engine.run(
            """
            from dataclasses import dataclass
            @dataclass
            class Point:
                x: int
                y: int
            Point(1, 2)
            """);
    assertThat(point.attribute("y").orElseThrow().asLong()).isEqualTo(2);
    assertThat(point.attribute("z")).isEmpty();
    assertThat(point.reference().orElseThrow().fields().orElseThrow()).containsKeys("x", "y");
    ScriptValue function = engine.run("def f(a, *, b=1): 'doc'\nf");
    assertThat(function.reference().orElseThrow().signature().orElseThrow().parameters())
        .extracting(p -> p.name())
        .containsExactly("a", "b");
  }

  @Test
  void registeredFunction_readBack_isTheSameJavaObject() {
    HostFunction function = _ -> 5;
    engine.engine().registerFunction("five", function);
    assertThat(engine.engine().getGlobal("five").reference().orElseThrow().hostFunction())
        .containsSame(function);
  }

  @Test
  void generator_consumedFromJava_runsAsItIsAsked() {
    try (ScriptIterator iterator =
        engine
            .run("seen = []\ndef g():\n  for i in range(5): seen.append(i); yield i\ng()")
            .asIterator()) {
      assertThat(iterator.next().asLong()).isZero();
      assertThat(engine.run("len(seen)").asLong()).isEqualTo(1);
      assertThat(iterator.next().asLong()).isEqualTo(1);
    }
    assertThat(engine.run("seen").asListOf(Long.class)).containsExactly(0L, 1L);
  }

  @Test
  void javaStream_consumedByScript_isReadAndClosed() {
    CountDownLatch closed = new CountDownLatch(1);
    Stream<Integer> stream = IntStream.range(0, 4).boxed().onClose(closed::countDown);
    engine.engine().setGlobal("numbers", stream);
    assertThat(engine.run("sum(numbers)").asLong()).isEqualTo(6);
    assertThat(closed.getCount()).isZero();
  }

  @Test
  void javaIterator_consumedByScript_givesItsElements() {
    engine.engine().setGlobal("letters", List.of("a", "b").iterator());
    assertThat(engine.run("''.join(letters)").asString()).isEqualTo("ab");
  }

  @Test
  void functionalInterface_calledByScript_works() {
    engine.engine().setGlobal("plus", (IntBinaryOperator) Integer::sum);
    assertThat(engine.run("plus(20, 22)").asLong()).isEqualTo(42);
  }

  @Test
  void javaFuture_awaitedByScript_completesIt() {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    engine.engine().setGlobal("future", future);
    var run = engine.engine().start(ScriptSource.of("(await future) + 1"));
    future.complete(41);
    assertThat(run.join().asLong()).isEqualTo(42);
  }

  @Test
  void javaFuture_fails_isTheCauseTheSameObject() {
    IOException failure = new IOException("disk");
    engine.engine().setGlobal("future", CompletableFuture.failedFuture(failure));
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine.run("await future"))
        .satisfies(e -> assertThat(e.getCause()).isSameAs(failure));
  }

  @Test
  void coroutine_asFuture_completes() throws Exception {
    ScriptValue coroutine =
        engine.run("import asyncio\nasync def f():\n  await asyncio.sleep(0)\n  return 42\nf()");
    assertThat(coroutine.asFuture().get(30, TimeUnit.SECONDS).asLong()).isEqualTo(42);
    ScriptValue failing = engine.run("async def g(): 1/0\ng()");
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> failing.asFuture().join())
        .withCauseInstanceOf(ScriptRuntimeException.class);
  }

  @Test
  void exposedObject_givenToScript_isRefused() {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine.engine().setGlobal("x", Exposed.live(List.of(1))))
        .withMessageContaining("process");
  }

  @Test
  void hugeValues_bothWays_arriveWhole() {
    String text = "é".repeat(20_000_000);
    engine.engine().setGlobal("text", text);
    assertThat(engine.run("len(text)").asLong()).isEqualTo(20_000_000);
    assertThat(engine.engine().getGlobal("text").asString()).isEqualTo(text);
    byte[] bytes = new byte[50_000_000];
    bytes[49_999_999] = 7;
    engine.engine().setGlobal("data", bytes);
    assertThat(engine.run("data[-1]").asLong()).isEqualTo(7);
    assertThat(engine.run("data").asBytes()).isEqualTo(bytes);
    assertThat(engine.run("list(range(1_000_000))").asList()).hasSize(1_000_000);
  }

  @Test
  void hostFunctionError_acrossTwoEngines_isTheCauseTheSameObject() {
    IOException failure = new IOException("disk");
    try (TestEngine other = IsolatedEngine.create()) {
      other
          .engine()
          .registerFunction(
              "broken",
              _ -> {
                throw failure;
              });
      engine.engine().registerFunction("outer", _ -> other.engine().executeScript("broken()"));
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> engine.engine().executeScript("outer()"))
          .satisfies(e -> assertThat(e.getCause()).isInstanceOf(ScriptRuntimeException.class))
          .satisfies(e -> assertThat(e.getCause().getCause()).isSameAs(failure));
    }
  }

  @Test
  void reference_ofAnotherEngine_isRefused() {
    ScriptValue function = engine.run("def f(): return 1\nf");
    try (TestEngine other = IsolatedEngine.create()) {
      assertThatExceptionOfType(TypeConversionException.class)
          .isThrownBy(() -> other.engine().setGlobal("f", function));
    }
  }

  @Test
  void reference_afterClose_throwsIllegalState() {
    ScriptValue function;
    try (TestEngine other = IsolatedEngine.create()) {
      function = other.run("def f(): return 1\nf");
    }
    assertThatIllegalStateException().isThrownBy(() -> function.asCallable().call());
    assertThatIllegalStateException().isThrownBy(() -> function.attribute("x"));
    assertThat(function.toString()).isNotBlank();
  }
}

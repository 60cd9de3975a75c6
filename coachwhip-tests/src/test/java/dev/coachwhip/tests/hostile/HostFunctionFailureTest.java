package dev.coachwhip.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.CallerThread;
import dev.coachwhip.tests.support.TestEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host functions that fail in every way Java has (E9, E11). */
@Tag("python")
class HostFunctionFailureTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IOException("checked"),
        new IllegalStateException("unchecked"),
        new AssertionError("error"),
        new OutOfMemoryError("made by hand"),
        new StackOverflowError(),
        new LinkageError("link"),
        new ThreadDeathLike(),
        new RuntimeException((String) null),
        new RuntimeException("half \ud800 of one"),
        new RuntimeException("with \0 inside"),
        new MessageFails(),
        new RuntimeException("outer", new IOException("inner")));
  }

  /** An error of a kind nobody expects. */
  private static final class ThreadDeathLike extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** An exception whose message cannot be asked for. */
  private static final class MessageFails extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException("no message");
    }

    @Override
    public String toString() {
      return "MessageFails";
    }
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void hostFunction_throws_comesOutAsTheCauseTheSameObject(Throwable thrown) {
    engine.registerFunction("fail", throwing(thrown));
    ScriptRuntimeException error =
        catchThrowableOfType(
            ScriptRuntimeException.class, () -> python.run("def f():\n  fail()\nf()"));
    assertThat(error).isNotNull();
    assertThat(error.getCause()).isSameAs(thrown);
    assertThat(error.frames()).hasSize(2);
    assertThat(error.location().orElseThrow().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void hostFunction_throws_scriptCanCatchIt(Throwable thrown) {
    engine.registerFunction("fail", throwing(thrown));
    String text = "try:\n  fail()\nexcept Exception as e:\n  found = e.java_class\nfound";
    assertThat(python.run(text).asString()).isEqualTo(thrown.getClass().getName());
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void hostFunction_throwsThroughEnginesAndBack_isStillTheSameObject(Throwable thrown) {
    engine.registerFunction("fail", throwing(thrown));
    engine.registerFunction("again", a -> engine.executeScript("fail()"));
    Throwable error = catchThrowable(() -> python.run("again()"));
    Throwable root = error;
    while (root instanceof ScriptRuntimeException && root.getCause() != null) {
      root = root.getCause();
    }
    assertThat(root).isSameAs(thrown);
  }

  private static HostFunction throwing(Throwable thrown) {
    return _ -> {
      switch (thrown) {
        case Exception e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalArgumentException(thrown);
      }
    };
  }

  @Test
  void hostFunction_overflowsItsStack_isAnErrorTheProgramSurvives() {
    engine.registerFunction("overflow", _ -> overflow(1));
    ScriptRuntimeException error =
        catchThrowableOfType(ScriptRuntimeException.class, () -> python.run("overflow()"));
    assertThat(error.getCause()).isInstanceOf(StackOverflowError.class);
  }

  @SuppressWarnings("InfiniteRecursion") // the point
  private static long overflow(long n) {
    return overflow(n + 1) + 1;
  }

  @Test
  void hostFunction_overflowsItsStackDeepInPython_isAnErrorTheProgramSurvives() {
    engine.registerFunction("overflow", _ -> overflow(1));
    String text =
        """
        def f(n):
            return overflow() if n == 0 else sorted([1], key=lambda _: f(n - 1))
        f(20)
        """;
    ScriptRuntimeException error =
        catchThrowableOfType(ScriptRuntimeException.class, () -> python.run(text));
    assertThat(error.getCause()).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void hostFunction_interrupted_stopsTheScript() {
    engine.registerFunction(
        "wait",
        _ -> {
          throw new InterruptedException("by hand");
        });
    assertThat(catchThrowable(() -> python.run("wait()\nprint('not reached')")))
        .isInstanceOf(ScriptCancelledException.class);
    assertThat(python.printed()).isEmpty();
  }

  @Test
  void hostFunction_interruptedOnAThreadOfOurs_leavesNoInterruptForTheNextRun() {
    engine.registerFunction(
        "wait",
        _ -> {
          throw new InterruptedException("by hand");
        });
    engine.registerFunction("interrupted", _ -> Thread.currentThread().isInterrupted());
    for (int i = 0; i < 5; i++) {
      // Runs of virtual threads and started ones share a thread.
      assertThat(catchThrowable(() -> CallerThread.virtual(() -> engine.executeScript("wait()"))))
          .isInstanceOf(ScriptCancelledException.class);
      assertThat(CallerThread.virtual(() -> engine.executeScript("interrupted()")).asBoolean())
          .isFalse();
      assertThat(catchThrowable(engine.start(ScriptSource.of("wait()"))::join))
          .isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.start(ScriptSource.of("interrupted()")).join().asBoolean()).isFalse();
    }
  }

  static Stream<Object> unknownValues() {
    return Stream.of(
        new Object(), Thread.currentThread(), List.of(new Object()), new int[0].getClass());
  }

  @ParameterizedTest
  @MethodSource("unknownValues")
  void hostFunction_returnsWhatPythonHasNot_isAConversionErrorTheScriptSees(Object value) {
    engine.registerFunction("odd", _ -> value);
    ScriptRuntimeException error =
        catchThrowableOfType(ScriptRuntimeException.class, () -> python.run("odd()"));
    assertThat(error.getCause()).isInstanceOf(TypeConversionException.class);
  }

  @Test
  void hostFunction_returnsNull_isNone() {
    engine.registerFunction("nothing", _ -> null);
    assertThat(python.run("nothing() is None").asBoolean()).isTrue();
  }

  @Test
  void hostFunction_calledWithWhatJavaHasNot_getsReferences() {
    List<String> types = new ArrayList<>();
    engine.registerFunction("look", a -> types.add(a.get(0).typeName()));
    python.run("for v in (len, object(), 1j, iter([])): look(v)");
    assertThat(types).hasSize(4).contains("object", "complex");
  }

  @Test
  void hostFunction_calledWithThousandArguments_getsAll() {
    engine.registerFunction("count", a -> a.size() + a.named().size());
    assertThat(python.run("count(*range(5000), **{f'k{i}': i for i in range(5000)})").asLong())
        .isEqualTo(10_000);
  }

  @Test
  void hostFunction_keywordThatIsNoText_isAScriptError() {
    engine.registerFunction("f", a -> a.named().size());
    assertThat(catchThrowable(() -> python.run("f(**{'\\ud800': 1})")))
        .isInstanceOf(ScriptRuntimeException.class);
    assertThat(python.run("f(**{'not a name': 1})").asLong()).isEqualTo(1);
  }

  @Test
  void hostFunction_replacedWhileItRuns_goesOn() {
    engine.registerFunction(
        "f",
        _ -> {
          engine.registerFunction("f", _ -> "second");
          return "first";
        });
    assertThat(python.run("(f(), f())").toJava()).isEqualTo(List.of("first", "second"));
  }

  @Test
  void hostFunction_clearsTheGlobalsItWasCalledFrom_goesOn() {
    engine.registerFunction(
        "wipe",
        _ -> {
          engine.clearGlobals();
          return 5;
        });
    assertThat(
            python.run("x = 1\ny = wipe()\ny + len([n for n in globals() if n == 'x'])").asLong())
        .isEqualTo(5);
  }

  @Test
  void hostFunction_closesItsEngine_endsTheRunWithoutADeadlock() {
    try (TestEngine other = new TestEngine()) {
      other
          .engine()
          .registerFunction(
              "close",
              _ -> {
                other.engine().close();
                return 1;
              });
      assertThat(catchThrowable(() -> other.run("close()\nfor _ in range(100_000_000): pass")))
          .isInstanceOf(ScriptCancelledException.class);
    }
  }

  @Test
  void hostFunction_calledByAnotherEnginesObject_runs() {
    engine.registerFunction("twice", a -> 2 * a.asLong(0));
    try (TestEngine other = new TestEngine()) {
      other.engine().registerFunction("ask", a -> engine.call("twice", a.asLong(0)));
      assertThat(other.run("ask(21)").asLong()).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1a",
        "a b",
        "class",
        "None",
        "__name__",
        "a.b",
        "\u00e4\0",
        "True",
        "__debug__",
        "\ud800"
      })
  void registerFunction_badName_isRefusedByName(String name) {
    assertThat(catchThrowable(() -> engine.registerFunction(name, _ -> 1)))
        .isInstanceOf(dev.coachwhip.error.FunctionRegistrationException.class);
  }

  @Test
  void hostFunction_keptByPythonAfterItsEngineClosed_isAnErrorNotACrash() {
    try (TestEngine other = new TestEngine()) {
      other.engine().registerFunction("f", _ -> 1);
      other.run("import builtins\nbuiltins.kept_function = f");
    }
    assertThat(catchThrowable(() -> python.run("import builtins\nkept_function()")))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("closed");
    python.run("del builtins.kept_function");
  }
}

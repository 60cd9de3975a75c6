package dev.coachwhip.tests.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptFrame;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames of Python and Java in the order of the calls. */
@Tag("python")
@Timeout(60)
class JavaFramesTest {

  private static final String HERE = JavaFramesTest.class.getName();

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @AfterEach
  void close() {
    python.close();
  }

  private ScriptRuntimeException failure(String text) {
    return catchThrowableOfType(
        ScriptRuntimeException.class, () -> engine.executeScript(ScriptSource.of("scan.py", text)));
  }

  private static List<String> calls(ScriptException error) {
    return error.frames().stream()
        .map(frame ->
            frame.language() + " " + frame.function().replace(HERE + ".", "").replace(HERE, ""))
        .filter(call -> !call.contains("lambda$"))
        .toList();
  }

  private static Object moveTo() {
    throw new IllegalStateException("stage is off");
  }

  @Test
  void frames_hostFunctionThrows_areJavasThenPythons() {
    engine.registerFunction("move", _ -> moveTo());
    ScriptRuntimeException error = failure("def scan():\n  move()\nscan()");
    assertThat(calls(error)).containsExactly("java moveTo", "python scan", "python <module>");
    ScriptFrame throwing = error.frames().getFirst();
    assertThat(throwing.isJava()).isTrue();
    StackTraceElement top = Objects.requireNonNull(error.getCause()).getStackTrace()[0];
    assertThat(throwing.location())
        .isEqualTo(
            SourceLocation.ofLine(
                "JavaFramesTest.java", top.getLineNumber(), java.util.Optional.empty()));
    assertThat(error.location().orElseThrow().toString()).isEqualTo("scan.py:2:3");
  }

  @Test
  void frames_scriptCalledByAHostFunctionFails_areInterleaved() {
    engine.registerFunction("again", _ -> callInner());
    ScriptRuntimeException error =
        failure("def inner():\n  return 1 / 0\ndef outer():\n  again()\nouter()");
    assertThat(calls(error))
        .containsExactly("python inner", "java callInner", "python outer", "python <module>");
    assertThat(error.typeName()).isEqualTo("ZeroDivisionError");
    assertThat(error.location()).contains(error.frames().getFirst().location());
    assertThat(error.getCause())
        .isInstanceOfSatisfying(
            ScriptRuntimeException.class,
            inner -> assertThat(calls(inner)).containsExactly("python inner"));
  }

  private Object callInner() {
    return engine.call("inner");
  }

  @Test
  void frames_threeLevelsDeep_areAllThereOnce() {
    engine.registerFunction("down", a -> callDown(a.asLong(0)));
    ScriptRuntimeException error =
        failure("def f(n):\n  return 1 / 0 if n == 0 else down(n - 1)\nf(3)");
    assertThat(calls(error))
        .containsExactly(
            "python f",
            "java callDown",
            "python f",
            "java callDown",
            "python f",
            "java callDown",
            "python f",
            "python <module>");
  }

  private Object callDown(long n) {
    return engine.call("f", n);
  }

  @Test
  void frames_hostFunctionWrapsTheError_beginAtTheWrapper() {
    engine.registerFunction("again", _ -> callInnerAndWrap());
    ScriptRuntimeException error = failure("def inner():\n  return 1 / 0\nagain()");
    assertThat(calls(error)).containsExactly("java callInnerAndWrap", "python <module>");
    assertThat(error.getCause()).isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(Objects.requireNonNull(error.getCause()).getCause())
        .isInstanceOfSatisfying(
            ScriptRuntimeException.class,
            inner -> assertThat(calls(inner)).containsExactly("python inner"));
  }

  private Object callInnerAndWrap() {
    try {
      return engine.call("inner");
    } catch (ScriptRuntimeException e) {
      throw new IllegalArgumentException("wrapped", e);
    }
  }

  @Test
  void frames_iteratorFails_areThoseOfItsNext() {
    engine.setGlobal("values", new Failing());
    ScriptRuntimeException error = failure("def read():\n  for v in values: pass\nread()");
    assertThat(calls(error))
        .containsSubsequence("java moveTo", "java $Failing.next", "python read", "python <module>");
  }

  private static final class Failing implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Object next() {
      return moveTo();
    }
  }

  @Test
  void frames_methodOfAnExposedObjectFails_hideTheMachinery() {
    engine.setGlobal(
        "stage", Exposed.of((Supplier<Object>) JavaFramesTest::moveTo, Supplier.class));
    ScriptRuntimeException error = failure("stage.get()");
    assertThat(calls(error)).containsExactly("java moveTo", "python <module>");
  }

  @Test
  void frames_exceptionMadeElsewhere_areThoseOfTheScript() {
    RuntimeException before = new IllegalStateException("made before");
    engine.registerFunction(
        "fail",
        _ -> {
          throw before;
        });
    ScriptRuntimeException error = failure("fail()");
    assertThat(calls(error)).containsExactly("python <module>");
    assertThat(error.getCause()).isSameAs(before);
  }

  @Test
  void frames_pythonErrorOnly_haveNoJava() {
    assertThat(failure("1 / 0").frames()).noneMatch(ScriptFrame::isJava);
  }

  @Test
  void report_framesOfBothLanguages_namesTheLanguages() {
    engine.registerFunction("move", _ -> moveTo());
    assertThat(failure("def scan():\n  move()\nscan()").report())
        .startsWith(
            """
            IllegalStateException: stage is off
              --> scan.py:2:3
              2 |   move()
                |   ^^^^^^
              java   at dev.coachwhip.tests.errors.JavaFramesTest.moveTo (JavaFramesTest.java:\
            """)
        .contains("\n  python at scan (scan.py:2:3)\n  python at <module> (scan.py:3:1)\n");
  }

  @Test
  void report_errorThatAHostFunctionLetThrough_isToldOnce() {
    engine.registerFunction("again", _ -> callInner());
    assertThat(failure("def inner():\n  return 1 / 0\nagain()").report())
        .containsOnlyOnce("division by zero")
        .doesNotContain("caused by");
  }
}

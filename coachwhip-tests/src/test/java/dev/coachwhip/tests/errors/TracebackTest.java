package dev.coachwhip.tests.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The traceback is what Python's own {@code traceback} makes of the same script. */
@Tag("python")
@Timeout(60)
class TracebackTest {

  private static final TestEngine PYTHON = new TestEngine();
  private static final ScriptEngine ENGINE = PYTHON.engine();

  /** Runs a script as the engine does and formats what comes out, without the frames of this. */
  private static final String FORMAT =
      """
      import linecache, sys, traceback
      def format_error(text, name):
          linecache.cache[name] = (len(text), None, text.splitlines(True), name)
          try:
              exec(compile(text, name, 'exec'), {'__name__': '__main__'})
          except BaseException as e:
              e.__traceback__ = e.__traceback__.tb_next
              context = e
              return ''.join(traceback.format_exception(type(e), e, e.__traceback__)).rstrip('\\n')
      """;

  @AfterAll
  static void close() {
    PYTHON.close();
  }

  static Stream<ErrorCase> cases() {
    return ErrorCase.all("traceback");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void traceback_script_isPythons(ErrorCase script) {
    Assumptions.assumeTrue(script.runsOn(ENGINE));
    ENGINE.executeScript(FORMAT);
    String name = script.name() + ".py";
    String expected = ENGINE.call("format_error", script.text(), name).asString();
    ScriptException error =
        catchThrowableOfType(
            ScriptException.class,
            () -> ENGINE.executeScript(ScriptSource.of(name, script.text())));
    assertThat(error.traceback()).isEqualTo(expected);
  }

  @Test
  void traceback_syntaxError_isPythonsWithoutFrames() {
    for (String text :
        List.of("x = (1 +\n", "def f(:\n  pass", "if x\n  pass", "x = 'a\n", "a b")) {
      ENGINE.executeScript(FORMAT);
      String expected = ENGINE.call("format_error", text, "bad.py").asString();
      ScriptException error =
          catchThrowableOfType(
              ScriptException.class, () -> ENGINE.executeScript(ScriptSource.of("bad.py", text)));
      assertThat(error.traceback()).isEqualTo(expected.replaceFirst("Traceback.*\\n", ""));
    }
  }

  @Test
  void traceback_framesOfJava_areAmongThem() {
    ENGINE.registerFunction(
        "move",
        _ -> {
          throw new IllegalStateException("stage is off");
        });
    ScriptRuntimeException error =
        catchThrowableOfType(
            ScriptRuntimeException.class,
            () -> ENGINE.executeScript(ScriptSource.of("scan.py", "def f():\n  move()\nf()")));
    assertThat(error.traceback())
        .containsSubsequence(
            "File \"scan.py\", line 3, in <module>",
            "File \"scan.py\", line 2, in f",
            "File \"TracebackTest.java\", line ",
            "\ncoachwhip.java.lang.IllegalStateException: stage is off");
  }
}

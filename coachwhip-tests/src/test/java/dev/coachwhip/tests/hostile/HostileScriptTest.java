package dev.coachwhip.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.CallerThread;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that break things: each ends with what it says it does, the JVM lives, and this engine
 * and another one work afterwards (E2, E9, E12).
 */
@Tag("python")
class HostileScriptTest {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream bystanderOutput = new ByteArrayOutputStream();
  private ScriptEngine engine = engine(output);
  private ScriptEngine bystander = engine(bystanderOutput);

  private static ScriptEngine engine(ByteArrayOutputStream output) {
    return ScriptEngines.builder("python").output(output).errorOutput(output).build();
  }

  static List<HostileScript> scripts() {
    return HostileScript.all();
  }

  @BeforeEach
  void registerCallBack() {
    engine.registerFunction("call_back", a -> a.get(0).asCallable().call(a.get(1)));
  }

  @AfterEach
  void close() {
    engine.close();
    bystander.close();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void executeScript_hostile_endsAsItSaysAndLeavesEnginesUsable(HostileScript script) {
    assumeTrue(minorVersion() >= script.minorVersion(), "needs a later version of Python");
    try {
      checkValue(script, CallerThread.withUsualStack(() -> run(script)));
    } catch (ScriptException error) {
      checkError(script, error);
    }
    assertThat(CallerThread.withUsualStack(() -> engine.executeScript("6 * 7")).asLong())
        .isEqualTo(42);
    checkBystander();
  }

  private long minorVersion() {
    return bystander.executeScript("import sys\nsys.version_info.minor").asLong();
  }

  private ScriptValue run(HostileScript script) {
    return script.needsLargeStack()
        ? engine.start(script.source()).join()
        : engine.executeScript(script.source());
  }

  private static void checkValue(HostileScript script, ScriptValue value) {
    assertThat(script.expectedError()).as("ended with %s", value).isEmpty();
    String expected = script.expectedValue().orElseThrow();
    if (!expected.equals(HostileScript.ANYTHING)) {
      assertThat(value).hasToString(expected);
    }
  }

  private static void checkError(HostileScript script, ScriptException error) {
    // Each of these reads what the error holds; none may fail.
    assertThat(error.report()).isNotBlank();
    assertThat(error.traceback()).isNotBlank();
    assertThat(error.toString()).isNotBlank();
    String expected =
        script
            .expectedError()
            .or(() -> script.expectedValue().filter(HostileScript.ANYTHING::equals))
            .orElseThrow(() -> new AssertionError(error));
    if (!expected.equals(HostileScript.ANYTHING)) {
      checkRuntimeError(script, expected, error);
    }
  }

  private static void checkRuntimeError(
      HostileScript script, String expected, ScriptException error) {
    assertThat(error).isInstanceOf(ScriptRuntimeException.class);
    ScriptRuntimeException runtime = (ScriptRuntimeException) error;
    assertThat(runtime.getMessage()).startsWith(expected);
    assertThat(expected)
        .as("type")
        .startsWith(
            runtime
                .typeName()
                .substring(0, Math.min(expected.length(), runtime.typeName().length())));
    String exitCode = script.expectedExitCode().orElse("none");
    if (exitCode.equals("none")) {
      assertThat(runtime.exitCode()).isEmpty();
    } else if (exitCode.equals("any")) {
      assertThat(runtime.exitCode()).isPresent();
    } else {
      assertThat(runtime.exitCode()).hasValue(Integer.parseInt(exitCode));
    }
  }

  private void checkBystander() {
    bystander.executeScript("print('other', len('abc'))");
    assertThat(bystanderOutput.toString(StandardCharsets.UTF_8).lines()).containsExactly("other 3");
  }
}

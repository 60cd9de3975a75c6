package dev.coachwhip.tests.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.coachwhip.Capability;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.tests.interpreters.InstalledPythons;
import dev.coachwhip.tests.support.ChildJvm;
import dev.coachwhip.tests.support.ChildJvm.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A debugger stops scripts, in files and in strings, on every kind of thread. */
@Tag("python")
@Tag("processes")
class DebugTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> debug_withDebugpy_stopsLooksAndGoesOn() {
    SortedMap<String, Path> pythons = InstalledPythons.findWith("debugpy");
    assumeFalse(pythons.isEmpty(), "no installed CPython has the package debugpy");
    return pythons.entrySet().stream()
        .map(python ->
            DynamicTest.dynamicTest(
                "Python " + python.getKey(), () -> debug(python.getValue().toString())));
  }

  private void debug(String python) {
    Outcome outcome =
        ChildJvm.of(DebugProgram.class)
            .environment("COACHWHIP_PYTHON", python)
            .arguments(folder.toString())
            .run();
    assertThat(outcome.output().lines())
        .as(outcome.errorOutput())
        .containsExactly(
            "occupied: true",
            "port: true",
            "attached: false",
            "attached: true",
            "file: true 42",
            "result: 42",
            "string: true 6",
            "result: 42",
            "caller: true 7",
            "result: 42",
            "breakpoint(): 3 40",
            "source: true",
            "result: 42",
            "cancel: STOPPED",
            "string: true 6",
            "result: 42",
            "afterwards: 42");
  }

  @TestFactory
  Stream<DynamicTest> runCommand_debugAndWait_stopsInTheFirstLines() {
    SortedMap<String, Path> pythons = InstalledPythons.findWith("debugpy");
    assumeFalse(pythons.isEmpty(), "no installed CPython has the package debugpy");
    return pythons.entrySet().stream()
        .map(python ->
            DynamicTest.dynamicTest(
                "Python " + python.getKey(), () -> debugCommand(python.getValue().toString())));
  }

  private void debugCommand(String python) {
    Outcome outcome =
        ChildJvm.of(DebugCommandProgram.class)
            .environment("COACHWHIP_PYTHON", python)
            .arguments(folder.toString())
            .run();
    assertThat(outcome.output().lines())
        .as(outcome.errorOutput())
        .containsExactly("stopped with x = 42", "the script says 42");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void debug_withoutDebugpy_saysWhatToInstall() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      String find = "import importlib.util\nimportlib.util.find_spec('debugpy') is not None";
      assumeFalse(engine.executeScript(find).asBoolean(), "this CPython has the package debugpy");
      assertThatThrownBy(() -> engine.debug(0))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("debugpy")
          .hasMessageContaining("install");
      assertThat(engine.executeScript("6 * 7").asLong()).isEqualTo(42);
    }
  }

  @Test
  void capabilities_python_haveIt() {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      assertThat(engine.capabilities().has(Capability.DEBUG)).isTrue();
      assertThatThrownBy(() -> engine.debug(65536)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> engine.awaitDebugger(Duration.ZERO))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}

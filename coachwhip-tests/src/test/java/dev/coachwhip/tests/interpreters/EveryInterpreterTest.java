package dev.coachwhip.tests.interpreters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.coachwhip.tests.support.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the tests that need Python on each CPython from 3.10 to 3.14 that is installed (E8); the
 * rest of the build runs them on the bundle's.
 */
@Tag("python")
@Tag("processes")
class EveryInterpreterTest {

  @TestFactory
  Stream<DynamicTest> pythonTests_onEachInstalledVersion_pass() {
    SortedMap<String, Path> installed = InstalledPythons.find();
    assumeFalse(
        installed.isEmpty(),
        "no CPython 3.10 to 3.14 with a libpython is on PATH or in ~/.pyenv/versions");
    return installed.entrySet().stream()
        .map(python ->
            DynamicTest.dynamicTest(
                "Python " + python.getKey(), () -> runTests(python.getKey(), python.getValue())));
  }

  private static void runTests(String version, Path executable) {
    ChildJvm.Outcome outcome =
        ChildJvm.of(TestsInChild.class)
            .arguments(version)
            .jvmOptions("-Dcoachwhip.stress.seconds=5")
            .environment("COACHWHIP_PYTHON", executable.toString())
            .longest(Duration.ofMinutes(10))
            .run();
    assertThat(outcome.exitCode())
        .as("Python %s, %s%n%s%n%s", version, executable, outcome.output(), outcome.errorOutput())
        .isZero();
  }
}

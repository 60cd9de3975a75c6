package dev.coachwhip.tests.interpreters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.coachwhip.tests.support.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    // Two at a time, since the tests wait more than they compute.
    ExecutorService pairs = Executors.newFixedThreadPool(2);
    List<DynamicTest> tests =
        installed.entrySet().stream()
            .map(python -> start(pairs, python.getKey(), python.getValue()))
            .toList();
    pairs.shutdown();
    return tests.stream();
  }

  private static DynamicTest start(ExecutorService pairs, String version, Path executable) {
    Future<?> run = pairs.submit(() -> runTests(version, executable));
    return DynamicTest.dynamicTest("Python " + version, run::get);
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

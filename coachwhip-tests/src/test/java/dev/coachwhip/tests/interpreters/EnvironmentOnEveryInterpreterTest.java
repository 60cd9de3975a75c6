package dev.coachwhip.tests.interpreters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.python.PythonEnvironment;
import dev.coachwhip.tests.support.ChildJvm;
import dev.coachwhip.tests.support.TinyWheel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * An environment made with each installed CPython and with the bundle's, and an engine that runs in
 * it: packages found, native modules loaded.
 */
@Tag("python")
@Tag("processes")
class EnvironmentOnEveryInterpreterTest {

  /** Prints the file of a small extension module of the standard library, if it has a file. */
  private static final String FIND_EXTENSION =
      """
      import importlib.util
      for name in ("_bisect", "_heapq", "_csv", "_struct", "_json", "_random"):
          origin = importlib.util.find_spec(name).origin
          if origin and origin.endswith((".so", ".pyd", ".dylib")):
              print(name, origin)
              break
      """;

  private static final String CHECK =
      """
      import sys, alpha, beta
      assert alpha.value == 1 and beta.value == 2
      assert sys.prefix != sys.base_prefix
      native = __import__("alpha.NAME", fromlist=["x"]) if "NAME" else alpha
      assert native.__file__.startswith(sys.prefix)
      "%d.%d %s" % (*sys.version_info[:2], native.__name__)
      """;

  @TempDir Path folder;

  private Path environments() {
    return folder.resolve("environments");
  }

  @AfterEach
  void removeAll() {
    PythonEnvironment.list(environments()).forEach(PythonEnvironment::remove);
  }

  @TestFactory
  Stream<DynamicTest> environment_ofEachPython_isUsedByAnEngine() {
    Map<String, Optional<Path>> pythons = new TreeMap<>();
    pythons.put("by default", Optional.empty());
    InstalledPythons.find().forEach((version, path) -> pythons.put(version, Optional.of(path)));
    return pythons.entrySet().stream()
        .map(python ->
            DynamicTest.dynamicTest(
                "Python " + python.getKey(),
                () -> makeAndUse(python.getKey().replace(' ', '-'), python.getValue())));
  }

  private void makeAndUse(String name, Optional<Path> python) throws Exception {
    Path wheels = folder.resolve("wheels-" + name);
    String extension = writeWheels(python, wheels);
    var builder = PythonEnvironment.named(name).folder(environments()).wheels(wheels).offline();
    python.ifPresent(path -> builder.python(path.toString()));
    PythonEnvironment made = builder.require("alpha").create();
    assertThat(made.packages()).containsExactly("alpha==1.0", "beta==2.0");
    ChildJvm.Outcome outcome =
        ChildJvm.of(EnvironmentProgram.class)
            .arguments(environments().toString(), name, CHECK.replace("NAME", extension))
            .run();
    String version = made.pythonVersion().replaceAll("^(\\d+\\.\\d+).*", "$1");
    assertThat(outcome.output().strip())
        .as(outcome.errorOutput())
        .isEqualTo(version + " alpha" + (extension.isEmpty() ? "" : "." + extension));
  }

  /** Returns the name of the native module in the package, empty where none could be had. */
  private static String writeWheels(Optional<Path> python, Path wheels) throws Exception {
    TinyWheel.of("beta", "2.0").file("beta.py", "value = 2").write(wheels);
    TinyWheel alpha = TinyWheel.of("alpha", "1.0").requires("beta");
    alpha.file("alpha/__init__.py", "value = 1");
    String[] extension = findExtension(python).split(" ", 2);
    if (extension.length == 2) {
      Path file = Path.of(extension[1]);
      alpha.file("alpha/" + file.getFileName(), Files.readAllBytes(file));
    }
    alpha.write(wheels);
    return extension.length == 2 ? extension[0] : "";
  }

  private static String findExtension(Optional<Path> python) throws IOException {
    if (python.isEmpty()) {
      return "";
    }
    Process process =
        new ProcessBuilder(python.get().toString(), "-I", "-c", FIND_EXTENSION).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  @Tag("bundle")
  void environment_withBasePackages_hasThoseOfTheBundle() {
    PythonEnvironment.named("science").folder(environments()).basePackages().create();
    ChildJvm.Outcome outcome =
        ChildJvm.of(EnvironmentProgram.class)
            .arguments(
                environments().toString(),
                "science",
                "import numpy as np, scipy.linalg\nstr(scipy.linalg.det(np.eye(3) * 2))")
            .run();
    assertThat(outcome.output().strip()).as(outcome.errorOutput()).isEqualTo("8.0");
  }

  /** A venv made without pip stands for a Python that comes without: ensurepip puts one in. */
  @Test
  void environment_ofAPythonWithoutPip_getsOneOfItsOwn() throws IOException {
    Path wheels = folder.resolve("wheels");
    TinyWheel.of("beta", "2.0").file("beta.py", "value = 2").write(wheels);
    PythonEnvironment bare = PythonEnvironment.named("bare").folder(environments()).create();
    PythonEnvironment made =
        PythonEnvironment.named("grown")
            .folder(environments())
            .python(bare.python().toString())
            .wheels(wheels)
            .offline()
            .require("beta")
            .create();
    assertThat(made.packages()).contains("beta==2.0");
  }

  @Test
  void environment_madeByTwoProcessesAtOnce_isMadeOnce() throws IOException {
    Path wheels = folder.resolve("wheels");
    TinyWheel.of("beta", "2.0").file("beta.py", "value = 2").write(wheels);
    List<String> outputs =
        Stream.of(1, 2, 3)
            .parallel()
            .map(_ ->
                ChildJvm.of(EnvironmentMaking.class)
                    .arguments(environments().toString(), wheels.toString())
                    .run())
            .map(outcome -> outcome.output() + outcome.errorOutput())
            .toList();
    assertThat(outputs).filteredOn(output -> output.contains("made")).hasSize(1);
    assertThat(outputs).allMatch(output -> output.contains("has [beta==2.0]"));
  }

  @Test
  void environment_whereAnotherPythonRuns_isRefusedByName() {
    try (ScriptEngine running = ScriptEngines.create("python")) {
      PythonEnvironment made = PythonEnvironment.named("late").folder(environments()).create();
      var builder = ScriptEngines.builder("python").option("environment", made);
      assertThatThrownBy(builder::build)
          .isInstanceOf(BackendException.class)
          .hasMessageContaining(made.python().toString())
          .hasMessageContaining("one CPython");
      assertThatThrownBy(() -> builder.option("python", "python3").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'environment'");
      assertThat(running.executeScript("1 + 1").asLong()).isEqualTo(2);
    }
  }
}

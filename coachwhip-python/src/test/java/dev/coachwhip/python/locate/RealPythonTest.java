package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.python.spi.InstalledPython;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on whatever Pythons the machine has on its PATH. */
@Tag("python")
class RealPythonTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"python3", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14"})
  void first_commandOnPath_isTheInterpreterThatAnswers(String command) throws Exception {
    InstalledPython found = findOrSkip(command);

    assertThat("python" + found.version()).startsWith(command);
    assertThat(
            run(found.executable(), "import sys; print(sys.version.split()[0], sys.base_prefix)"))
        .isEqualTo(found.version() + " " + found.home());
    assertThat(BinaryHeader.read(found.library()).orElseThrow().loadable()).isTrue();
  }

  @Test
  void first_libraryItself_isTakenWithItsPython() {
    InstalledPython found = findOrSkip("python3");

    InstalledPython again = find(found.library().toString());

    assertThat(again.library()).isEqualTo(found.library());
    assertThat(again.home()).isEqualTo(found.home());
    assertThat(again.version()).isEqualTo(found.version());
  }

  @Test
  void first_venv_hasItsExecutableAndTheLibraryOfItsBase() throws Exception {
    InstalledPython base = findOrSkip("python3");
    Path venv = folder.toRealPath().resolve("a venv, é");
    run(base.executable(), "import sys, venv; venv.create(sys.argv[1])", venv.toString());

    InstalledPython found = find(venv.toString());

    assertThat(found.executable()).startsWith(venv);
    assertThat(found.home()).isEqualTo(base.home());
    assertThat(found.library()).isEqualTo(base.library());
  }

  @Test
  void first_pythonVariablesThatWouldBreakIt_areNotPassedOn() {
    String executable = findOrSkip("python3").executable().toString();
    Map<String, String> broken = Map.of("PYTHONHOME", "/nowhere", "PYTHONPATH", "/nowhere");

    assertThat(new InterpreterSearch(environment(broken)).first(executable).python().executable())
        .hasToString(executable);
  }

  private static InstalledPython findOrSkip(String command) {
    try {
      return find(command);
    } catch (BackendException e) {
      return Assumptions.abort("no usable " + command + ": " + e.getMessage());
    }
  }

  private static InstalledPython find(String explicit) {
    return new InterpreterSearch(environment(System.getenv())).first(explicit).python();
  }

  private static SearchEnvironment environment(Map<String, String> variables) {
    return new SearchEnvironment(variables, HostPlatform.IS_WINDOWS, List::of);
  }

  private static String run(Path python, String code, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(python.toString(), "-c", code), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = text(process);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static String text(Process process) throws IOException {
    try (var reader = process.inputReader()) {
      return reader.readAllAsString().strip();
    }
  }
}

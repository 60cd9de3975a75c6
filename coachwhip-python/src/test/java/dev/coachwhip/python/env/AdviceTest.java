package dev.coachwhip.python.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

  private static final BaseInterpreter BASE =
      new BaseInterpreter(Path.of("python3.12"), "3.12.1", "identity");

  private static Inputs inputs(boolean offline) {
    List<Path> wheels = List.of(Path.of("wheels"));
    return new Inputs(List.of(), List.of("a"), wheels, offline, Optional.empty(), List.of(), false);
  }

  @ParameterizedTest
  @CsvSource({
    "No module named pip, python3-venv",
    "No module named 'venv', python3-venv",
    "/usr/bin/python3: No module named ensurepip, python3-venv",
    "Max retries exceeded with url: /simple/a, cannot be reached",
    "error: dns error: failed to lookup address information, cannot be reached",
    "No matching distribution found for a, CPython 3.12",
    "No solution found when resolving dependencies, CPython 3.12",
    "error: subprocess-exited-with-error, source only"
  })
  void of_knownComplaint_saysWhatToDo(String output, String expected) {
    assertThat(Advice.of(output, BASE, inputs(false))).contains(expected);
  }

  @Test
  void of_noNetworkAndThereforeNothingFound_blamesTheNetwork() {
    String output = "NewConnectionError(...)\nNo matching distribution found for a";
    assertThat(Advice.of(output, BASE, inputs(false))).contains("cannot be reached");
  }

  @Test
  void of_nothingFitsOffline_namesFolderAndTag() {
    assertThat(Advice.of("No matching distribution found for a", BASE, inputs(true)))
        .contains("[wheels]", "cp312");
  }

  @Test
  void of_anythingElse_isEmpty() {
    assertThat(Advice.of("ERROR: ResolutionImpossible", BASE, inputs(false))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pip 22.3 from x, true",
    "pip 22.2.2 from x, false",
    "pip 9.0.1 from x, false",
    "pip 25.3 from x, true",
    "no pip, false"
  })
  void pip_version_isReadFromItsOwnWords(String line, boolean newEnough) {
    assertThat(PipTool.isNewEnough(line)).isEqualTo(newEnough);
  }
}

package dev.coachwhip.python.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fakes are shell scripts")
class InterpreterProbeTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH",
          System.getenv("PATH"),
          "PYTHONHOME",
          "/nowhere",
          "PYENV_VERSION",
          "3.12",
          "X",
          "1");

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final InterpreterProbe probe = new InterpreterProbe(ENVIRONMENT);

  @Test
  void ask_answerAmongOtherOutput_isRead() throws Exception {
    Path python =
        script("echo noise=1; echo coachwhip:version=3.12.1; echo coachwhip:MULTIARCH=; echo more");

    ProbeReport report = probe.ask(python);

    assertThat(report.values()).isEqualTo(Map.of("version", "3.12.1", "MULTIARCH", ""));
    assertThat(report.value("MULTIARCH")).isEmpty();
  }

  @Test
  void ask_anyExecutable_givesIsolatedModeAndTheScript() throws Exception {
    Path python = script("echo \"coachwhip:arguments=$*\"; head -n 1 | sed s/^/coachwhip:line=/");

    ProbeReport report = probe.ask(python);

    assertThat(report.value("arguments")).contains("-I -");
    assertThat(report.value("line")).contains(ProbeReport.SCRIPT.lines().findFirst().orElseThrow());
  }

  @Test
  void ask_anyExecutable_keepsTheEnvironmentWithoutPythons() throws Exception {
    Path python = script("env | sed s/^/coachwhip:/");

    ProbeReport report = probe.ask(python);

    assertThat(report.values())
        .containsEntry("PYENV_VERSION", "3.12")
        .containsEntry("X", "1")
        .doesNotContainKey("PYTHONHOME");
  }

  @Test
  void ask_failing_tellsCodeAndFirstComplaint() throws Exception {
    Path python = script("echo >&2; echo 'pyenv: not found' >&2; echo hint >&2; exit 127");

    assertThatThrownBy(() -> probe.ask(python))
        .isInstanceOf(UnusablePythonException.class)
        .hasMessage("%s fails with exit code 127: pyenv: not found", python);
  }

  @Test
  void ask_fatalPythonError_tellsThatLine() throws Exception {
    Path python =
        script("echo 'Could not find <prefix>' >&2; echo 'Fatal Python error: x' >&2; exit 1");

    assertThatThrownBy(() -> probe.ask(python)).hasMessageEndingWith(": Fatal Python error: x");
  }

  @Test
  void ask_pythonWithoutIsolatedMode_isTooOld() throws Exception {
    Path python = script("echo 'Unknown option: -I' >&2; exit 2");

    assertThatThrownBy(() -> probe.ask(python))
        .hasMessage("%s is older than Python 3.4; CPython 3.10 or later is needed", python);
  }

  @Test
  void ask_programThatIsNoPython_isRefused() throws Exception {
    Path program = script("echo hello");

    assertThatThrownBy(() -> probe.ask(program))
        .hasMessage("%s does not answer as a Python does", program);
  }

  @Test
  void ask_programThatHangs_isEndedAfterTheTimeout() throws Exception {
    Path program = script("echo $$ > \"$0.pid\"; exec sleep 60");
    InterpreterProbe impatient = new InterpreterProbe(ENVIRONMENT, Duration.ofSeconds(1));

    assertThatThrownBy(() -> impatient.ask(program))
        .hasMessage("%s did not answer within 1 s", program);
    assertThat(pidWrittenBy(program).flatMap(ProcessHandle::of))
        .satisfiesAnyOf(
            process -> assertThat(process).isEmpty(),
            process -> assertThat(process.orElseThrow().onExit()).succeedsWithin(TEN_SECONDS));
  }

  private static Optional<Long> pidWrittenBy(Path program) throws IOException {
    return Optional.of(Long.valueOf(Files.readString(Path.of(program + ".pid")).strip()));
  }

  @Test
  void ask_fileThatDoesNotExist_tellsTheSystemsReason() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> probe.ask(missing))
        .isInstanceOf(UnusablePythonException.class)
        .hasMessageStartingWith(missing + " cannot be run: ");
  }

  @Test
  void ask_interruptedThread_staysInterrupted() throws Exception {
    Path program = script("exec sleep 60");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> probe.ask(program)).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private Path script(String body) throws IOException {
    return FakePython.script(folder.resolve("python"), body + "\n");
  }
}

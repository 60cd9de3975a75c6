package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest extends ProgramTest {

  @Test
  void help_listsAllCommandsAndExitCodes() {
    assertThat(coachwhip("--help")).isZero();
    assertThat(out()).contains("run", "check", "repl", "env", "doctor", "130");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "repl", "env", "doctor"})
  void helpOfACommand_namesIt(String command) {
    assertThat(coachwhip(command, "--help")).isZero();
    assertThat(out()).startsWith("Usage: coachwhip " + command);
  }

  @Test
  void version_namesTheJdk() {
    assertThat(coachwhip("--version")).isZero();
    assertThat(out()).startsWith("coachwhip ").contains(Runtime.version().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dance"})
  void wrongCommand_isAUsageErrorWithAHint(String command) {
    String[] args = command.isEmpty() ? new String[0] : new String[] {command};
    assertThat(coachwhip(args)).isEqualTo(2);
    assertThat(err()).contains("coachwhip --help").doesNotContain("Exception");
  }
}

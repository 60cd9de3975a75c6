package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRunTest extends ProgramTest {

  @ParameterizedTest
  @ValueSource(strings = {"run a.py", "run a.py one two", "run a.py @file"})
  void isPlain_fileAndArguments_isTrue(String line) {
    assertThat(PlainRun.isPlain(line.split(" "))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "run -", "run -h", "run a.py --json", "run a.py -- x", "check a.py"})
  void isPlain_anyOptionOrNoFile_isFalse(String line) {
    assertThat(PlainRun.isPlain(line.split(" "))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"print x", "fail x", "bogus", "exit 5", "exit 1 why"})
  void run_anyScript_doesWhatTheRunCommandDoes(String text) {
    String script = script("a.fake", text);
    int expected = coachwhip("run", script);
    String expectedOut = takeOut();
    String expectedErr = takeErr();
    assertThat(new PlainRun(surroundings(), "run", script).run()).isEqualTo(expected);
    assertThat(takeOut()).isEqualTo(expectedOut);
    assertThat(takeErr()).isEqualTo(expectedErr);
  }

  @Test
  void run_arguments_reachTheRequest() {
    assertThat(new PlainRun(surroundings(), "run", script("a.fake", "int 1"), "one").run())
        .isEqualTo(2);
    assertThat(takeErr()).contains("take no arguments");
  }
}

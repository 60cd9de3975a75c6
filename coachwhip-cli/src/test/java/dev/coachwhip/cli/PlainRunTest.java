package dev.coachwhip.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.Isolation;
import dev.coachwhip.Policy;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.cli.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRunTest extends ProgramTest {

  @Test
  void read_fileArgumentsAndGlobals_areInTheRequest() {
    assertThat(PlainRun.read("run", "-g", "x=1", "a.py", "one", "-g", "y=2", "@two"))
        .isEqualTo(
            new RunRequest(
                "a.py",
                List.of("one", "@two"),
                List.of("x=1", "y=2"),
                null,
                null,
                ScriptLimits.none(),
                Policy.open(),
                Isolation.NONE,
                null,
                false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run -",
        "run -h",
        "run a.py --json",
        "run a.py -- x",
        "run a.py -g",
        "run a.py -g -x",
        "run a.py -gx=1",
        "run -g x=1",
        "check a.py"
      })
  void read_anythingElse_isLeftToTheParser(String line) {
    assertThat(PlainRun.read(line.split(" "))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print x",
        "fail x",
        "bogus",
        "exit 5",
        "exit 1 why",
        "get a=1 -g a=[1",
        "get a -g a=1 -g a=2",
        "int 1 -g 1=1"
      })
  void run_anyScript_doesWhatTheRunCommandDoes(String scriptAndOptions) {
    String[] parts = scriptAndOptions.split(" (?=-g)", 2);
    List<String> words = new ArrayList<>(List.of("run", script("a.fake", parts[0])));
    words.addAll(parts.length > 1 ? List.of(parts[1].split(" ")) : List.of());
    String[] args = words.toArray(String[]::new);
    int expected = coachwhip(args);
    String expectedOut = takeOut();
    String expectedErr = takeErr();
    RunRequest request = requireNonNull(PlainRun.read(args));
    assertThat(PlainRun.run(request, surroundings())).isEqualTo(expected);
    assertThat(takeOut()).isEqualTo(expectedOut);
    assertThat(takeErr()).isEqualTo(expectedErr);
  }
}

package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest extends ProgramTest {

  @Test
  void run_scriptThatPrints_printsNothingElse() {
    assertThat(coachwhip("run", script("a.fake", "print hello", "eprint oops", "int 5"))).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("hello\n");
    assertThat(err()).isEqualToNormalizingNewlines("oops\n");
  }

  @Test
  void run_printResult_printsTheLastValue() {
    assertThat(coachwhip("run", "--print-result", script("a.fake", "int 5"))).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("5\n");
  }

  @Test
  void run_globalsAfterTheFile_areSetAsTyped() {
    String script = script("a.fake", "get power");
    assertThat(coachwhip("run", script, "-g", "power=5.5", "--print-result")).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("5.5\n");
  }

  @Test
  void run_dash_readsTheScriptFromStandardInput() {
    type("print from stdin");
    assertThat(coachwhip("run", "--engine", "fake", "-")).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("from stdin\n");
  }

  @Test
  void run_failingScript_reportsMessageLineAndFrames() {
    String script = script("a.fake", "print before", "fail bad thing");
    assertThat(coachwhip("run", script)).isEqualTo(1);
    assertThat(out()).isEqualToNormalizingNewlines("before\n");
    assertThat(err())
        .startsWith("bad thing")
        .contains("a.fake:2:1", "2 | fail bad thing", "^^^^^^^^^^^^^^", "at inner (", "the cause")
        .doesNotContain("\tat ");
  }

  @Test
  void run_stacktrace_addsTheJavaTrace() {
    assertThat(coachwhip("run", "--stacktrace", script("a.fake", "fail x"))).isEqualTo(1);
    assertThat(err()).contains("\tat ");
  }

  @Test
  void run_syntaxError_exitsWith3AndRunsNothing() {
    assertThat(coachwhip("run", script("a.fake", "print no", "bogus"))).isEqualTo(3);
    assertThat(out()).isEmpty();
    assertThat(err()).contains("unknown statement", "a.fake:2:1");
  }

  @Test
  void run_scriptThatExits_keepsItsCodeSilently() {
    assertThat(coachwhip("run", script("a.fake", "exit 7"))).isEqualTo(7);
    assertThat(err()).isEmpty();
  }

  @Test
  void run_scriptThatExitsWithText_printsTheText() {
    assertThat(coachwhip("run", script("a.fake", "exit 1 laser off"))).isEqualTo(1);
    assertThat(err()).isEqualToNormalizingNewlines("laser off\n");
  }

  @Test
  void run_overTime_exitsWith4() {
    assertThat(coachwhip("run", "--timeout", "20ms", script("a.fake", "wait"))).isEqualTo(4);
    assertThat(err()).contains("ran longer than");
    assertThat(halted).hasValue(NOT_HALTED);
  }

  @ParameterizedTest
  @CsvSource({"--max-operations,-1", "--max-operations,many", "--max-memory,0", "--max-depth,1.5"})
  void run_malformedLimit_isAUsageError(String option, String amount) {
    assertThat(coachwhip("run", option, amount, script("a.fake", "int 1"))).isEqualTo(2);
  }

  @Test
  void run_limitThatTheBackendLacks_isAUsageError() {
    assertThat(coachwhip("run", "--max-memory", "1M", script("a.fake", "int 1"))).isEqualTo(2);
    assertThat(err()).contains("does not offer the limit maxMemoryBytes");
  }

  @Test
  void run_scriptThatIgnoresItsLimit_isLeftBehindWith4() {
    coachwhip("run", "--timeout", "20ms", script("a.fake", "stuck"));
    assertThat(halted).hasValue(4);
    assertThat(err()).contains("did not stop within 2 s after its time limit of 20 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.fake", "."})
  void run_fileThatCannotBeRead_isAUsageErrorInOneLine(String name) {
    String path = folder.resolve(name).toString();
    assertThat(coachwhip("run", "--engine", "fake", path)).isEqualTo(2);
    assertThat(err().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("coachwhip: ")
        .contains(path);
  }

  @Test
  void run_fileThatIsNotText_isAUsageError() throws IOException {
    byte[] notText = {'p', 'r', (byte) 0xFF};
    String path = Files.write(folder.resolve("a.fake"), notText).toString();
    assertThat(coachwhip("run", path)).isEqualTo(2);
    assertThat(err()).contains("line 1", "0xff");
  }

  @Test
  void run_unknownExtension_namesTheBackendsThereAre() {
    assertThat(coachwhip("run", script("a.xyz", "print x"))).isEqualTo(2);
    assertThat(err()).contains("a.xyz", "fake", "--engine");
  }

  @Test
  void run_unknownBackend_isAUsageError() {
    assertThat(coachwhip("run", "--engine", "cobol", script("a.fake"))).isEqualTo(2);
    assertThat(err()).contains("cobol", "fake");
  }

  @Test
  void run_optionOfAnotherBackend_isAUsageError() {
    assertThat(coachwhip("run", "--python", "x", script("a.fake", "int 1"))).isEqualTo(2);
    assertThat(err()).contains("no option 'python'");
  }

  @Test
  void run_debugOfABackendWithoutDebugger_isAUsageError() {
    assertThat(coachwhip("run", "--debug", "0", script("a.fake", "print no"))).isEqualTo(2);
    assertThat(err()).contains("the backend fake has no debugger");
    assertThat(out()).isEmpty();
  }

  @Test
  void run_waitWithoutDebug_isAUsageError() {
    assertThat(coachwhip("run", "--wait", script("a.fake", "print no"))).isEqualTo(2);
    assertThat(err()).contains("--wait goes with --debug");
  }

  @Test
  void run_argumentsForALanguageWithoutThem_isAUsageError() {
    assertThat(coachwhip("run", script("a.fake", "int 1"), "one", "--", "--two")).isEqualTo(2);
    assertThat(err()).contains("take no arguments");
  }

  @Test
  void run_unknownOption_pointsToTheDashes() {
    assertThat(coachwhip("run", script("a.fake"), "--verbose")).isEqualTo(2);
    assertThat(err()).contains("'--verbose'", "go after --");
  }

  @ParameterizedTest
  @ValueSource(strings = {"novalue", "=5", "1x=5", "a b=1", "x=[1,", "x=1e999"})
  void run_malformedGlobal_isAUsageError(String global) {
    assertThat(coachwhip("run", script("a.fake", "int 1"), "-g", global)).isEqualTo(2);
    assertThat(err().lines()).hasSize(1);
  }

  @Test
  void run_malformedTimeout_isAUsageError() {
    assertThat(coachwhip("run", script("a.fake", "int 1"), "--timeout", "soon")).isEqualTo(2);
    assertThat(err()).contains("'soon' is not a time");
  }

  @Test
  void run_unknownPolicy_isAUsageError() {
    assertThat(coachwhip("run", script("a.fake", "int 1"), "--policy", "strict")).isEqualTo(2);
    assertThat(err()).contains("--policy is open or analysis, not strict");
  }

  @Test
  void run_policyOfABackendWithout_isAnError() {
    assertThat(coachwhip("run", script("a.fake", "int 1"), "--policy", "analysis")).isNotZero();
    assertThat(err()).contains("a policy");
    assertThat(coachwhip("run", script("a.fake", "int 1"), "--policy", "open")).isZero();
  }
}

package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands with Rhai behind them. */
class RhaiProgramTest extends ProgramTest {

  @Test
  void run_scriptWithModule_printsAndEndsWithZero() {
    script("shapes.rhai", "fn area(r) { r * r * 3.0 }");
    String script = script("main.rhai", "import \"shapes\" as s;", "print(s::area(power));");
    assertThat(coachwhip("run", "-g", "power=2.0", script)).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("12.0\n");
  }

  @Test
  void run_errorInModule_showsItsLine() {
    script("shapes.rhai", "fn area(r) {", "    throw `no area of ${r}`", "}");
    String script = script("main.rhai", "import \"shapes\" as s;", "s::area(1)");
    assertThat(coachwhip("run", script)).isEqualTo(1);
    assertThat(err())
        .contains("no area of 1", "shapes.rhai:2:5", "^^^^^", "at area", "main.rhai:2:4");
  }

  @ParameterizedTest
  @CsvSource({
    "--timeout,100ms,loop {},wallTime limit",
    "--max-operations,1000,loop {},maxOperations limit of 1000 operations",
    "--max-depth,10,fn f() { f() } f(),maxCallDepth limit of 10 calls",
    "--max-output,1k,loop { print(1); },maxOutputBytes limit of 1024 bytes",
  })
  void run_beyondALimit_exitsWith4(String option, String amount, String text, String message) {
    assertThat(coachwhip("run", option, amount, script("a.rhai", text))).isEqualTo(4);
    assertThat(err()).contains(message);
  }

  @Test
  void check_severalErrors_areAllTold() {
    String script = script("bad.rhai", "let a = ;", "let b = 1;", "fn f( { }");
    assertThat(coachwhip("check", script)).isEqualTo(3);
    assertThat(err()).contains("bad.rhai:1:9", "bad.rhai:3:7");
  }

  @Test
  void repl_rhai_keepsVariablesAndFunctions() {
    type("let a = 20;\nfn twice(x) { x * 2 }\ntwice(a) + 2\n");
    assertThat(coachwhip("repl", "--engine", "rhai")).isZero();
    assertThat(out()).contains("42");
  }

  @Test
  void training_scripts_endWithTheErrorThatIsToBeRecorded() {
    String training = Path.of("src", "main", "training", "training.rhai").toString();
    assertThat(coachwhip("run", "-g", "laser=5.0", training)).isEqualTo(1);
    assertThat(out()).contains("mean 36.25 mW", "ONE", "training3", "caught");
    assertThat(err()).contains("training.rhai:36:9");
  }
}

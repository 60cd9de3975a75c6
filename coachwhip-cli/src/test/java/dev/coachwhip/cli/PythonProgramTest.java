package dev.coachwhip.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.cli.json.JsonText;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands with the real Python behind them. */
@Tag("python")
class PythonProgramTest extends ProgramTest {

  private Object printedValue() {
    Map<?, ?> printed = (Map<?, ?>) requireNonNull(JsonText.parse(out()));
    return requireNonNull(printed.get("value"));
  }

  @Test
  void run_argumentsAndSiblingModule_areAsPythonHasThem() {
    script("sibling.py", "name = 'sibling module'");
    String script =
        script("main.py", "import sys, sibling", "print(sys.argv[1:], sibling.name, power)");
    assertThat(coachwhip("run", "-g", "power=5.0", script, "one", "--", "--two")).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("['one', '--two'] sibling module 5.0\n");
  }

  @Test
  void run_exitWithText_printsTheTextAlone() {
    String script = script("a.py", "import sys", "sys.exit('laser off')");
    assertThat(coachwhip("run", script)).isEqualTo(1);
    assertThat(err()).isEqualToNormalizingNewlines("laser off\n");
  }

  @Test
  void run_exitWithCode_isSilent() {
    assertThat(coachwhip("run", script("a.py", "import sys", "sys.exit(1)"))).isEqualTo(1);
    assertThat(coachwhip("run", script("b.py", "import sys", "sys.exit(3)"))).isEqualTo(3);
    assertThat(coachwhip("run", script("c.py", "import sys", "sys.exit()"))).isZero();
    assertThat(err()).isEmpty();
  }

  @Test
  void run_error_showsTheRangeAndTheFrames() {
    String script = script("a.py", "def ratio(a, b):", "    return a / b", "ratio(1, 0)");
    assertThat(coachwhip("run", script)).isEqualTo(1);
    assertThat(err()).contains("ZeroDivisionError", "a.py:2:", "^^^^^", "at ratio", "at <module>");
  }

  @Test
  void run_overTime_stopsTheLoop() {
    assertThat(coachwhip("run", "--timeout", "100ms", script("a.py", "while True: pass")))
        .isEqualTo(4);
    assertThat(err()).contains("a.py:1");
  }

  @ParameterizedTest
  @CsvSource({
    "--max-operations,1000,while True: pass,maxOperations limit of 1000 operations",
    "--max-depth,10,(f := lambda: f())(),maxCallDepth limit of 10 calls",
    "--max-output,1k,print('x' * 2000),maxOutputBytes limit of 1024 bytes",
    "--max-memory,20M,x = bytearray(50000000),maxMemoryBytes limit of 20971520 bytes",
  })
  void run_beyondALimit_exitsWith4(String option, String amount, String text, String message) {
    assertThat(coachwhip("run", option, amount, script("a.py", text))).isEqualTo(4);
    assertThat(err()).contains(message);
  }

  @Test
  void json_valuesOfAllKinds_haveTheirDocumentedForm() {
    String value = "{'a': [1, 2.5, None, True, (3,)], 'b': b'xy', 'c': float('nan'), 'd': 10**30}";
    coachwhip("run", "--json", script("a.py", value));
    assertThat(printedValue())
        .isEqualTo(
            Map.of(
                "a",
                Arrays.asList(1L, 2.5, null, true, List.of(3L)),
                "b",
                "eHk=",
                "c",
                "nan",
                "d",
                BigInteger.TEN.pow(30)));
  }

  @Test
  void json_keysOtherThanText_becomePairs() {
    coachwhip("run", "--json", script("a.py", "{1: 'one', 'two': {2.5}, None: len}"));
    assertThat(printedValue())
        .isEqualTo(
            List.of(
                List.of(1L, "one"),
                List.of("two", List.of(2.5)),
                Arrays.asList(null, "<built-in function len>")));
  }

  @Test
  void check_syntaxErrors_areShownWithTheirRange() {
    String bad = script("bad.py", "x = 1", "for in x:", "  pass");
    assertThat(coachwhip("check", script("good.py", "x = 1"), bad)).isEqualTo(3);
    assertThat(err()).contains("bad.py:2:5", "for in x:").doesNotContain("good.py");
  }

  @Test
  void repl_pipedBlocks_runWhenTheyAreComplete() {
    type("def double(x):\n  return 2 * x\n\ndouble('ab')\n[1,\n 2]\n1/0\nNone\n");
    assertThat(coachwhip("repl")).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("'abab'\n[1, 2]\n");
    assertThat(err()).contains("ZeroDivisionError", "<input 4>:1:1");
  }

  @Test
  void doctor_workingPython_showsItAndTheCache() {
    assertThat(coachwhip("doctor")).isZero();
    assertThat(out()).contains("Python:", "(CPython)", "Executable:", "NumPy:", " > ", "Cache:");
  }

  @Test
  void doctor_missingPython_saysWhyAndFails() {
    String missing = folder.resolve("no-python").toString();
    assertThat(coachwhip("doctor", "--python", missing)).isEqualTo(1);
    assertThat(out()).contains("Python does not run", missing + " does not exist");
  }
}

package dev.coachwhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplCommandTest extends ProgramTest {

  private int repl(String... lines) {
    type(String.join("\n", lines) + "\n");
    return coachwhip("repl", "--engine", "fake");
  }

  @Test
  void repl_values_arePrintedWithTextInQuotes() {
    assertThat(repl("int 5", "text it's", "print out", "")).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("5\n\"it's\"\nout\n");
    assertThat(out() + err()).doesNotContain("\u001b");
  }

  @Test
  void repl_error_isReportedAndTheSessionGoesOn() {
    assertThat(repl("fail broken", "bogus", "int 6")).isZero();
    assertThat(err()).contains("broken", "<input 1>:1:1", "unknown statement", "<input 2>:1:1");
    assertThat(out()).isEqualToNormalizingNewlines("6\n");
  }

  @Test
  void repl_openBlock_waitsForItsEnd() {
    assertThat(repl("begin", "print inside", "end", "int 7")).isZero();
    assertThat(out()).isEqualToNormalizingNewlines("inside\n7\n");
    assertThat(err()).isEmpty();
  }

  @Test
  void repl_exit_endsTheSessionWithItsCode() {
    assertThat(repl("exit 9", "print never")).isEqualTo(9);
    assertThat(out()).isEmpty();
  }

  @Test
  void repl_inputEndsInsideABlock_reportsWhatIsMissing() {
    assertThat(repl("begin", "print x")).isZero();
    assertThat(err()).contains("end is missing");
  }

  @Test
  void repl_unknownBackend_isAUsageError() {
    assertThat(coachwhip("repl", "--engine", "cobol")).isEqualTo(2);
  }
}

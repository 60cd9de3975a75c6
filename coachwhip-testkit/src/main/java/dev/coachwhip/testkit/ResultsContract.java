package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a run returns. */
interface ResultsContract extends ContractFixture {

  @Test
  @DisplayName("E2 a run returns its last expression")
  default void executeScript_endsWithExpression_returnsIt() {
    assertThat(run(dialect().assign("x", "2"), dialect().result(dialect().add("x", "3"))).asLong())
        .isEqualTo(5);
  }

  @Test
  @DisplayName("E2 loops and arithmetic work")
  default void executeScript_loop_computesTheSum() {
    assertThat(run(dialect().sumBelow(1000)).asLong()).isEqualTo(499_500);
  }

  @Test
  @DisplayName("E2 a script that ends with no expression returns null")
  default void executeScript_endsWithDefinition_returnsNull() {
    assertThat(run(dialect().function("f", List.of(), "1")).isNull()).isTrue();
  }

  @Test
  @DisplayName("E2 an empty script returns null")
  default void executeScript_empty_returnsNull() {
    assertThat(engine().executeScript("").isNull()).isTrue();
  }

  @Test
  @DisplayName("E2 each run returns its own result")
  default void executeScript_sameTextAgain_returnsAFreshResult() {
    engine().setGlobal("n", 0);
    String text =
        dialect().lines(dialect().assign("n", dialect().add("n", "1")), dialect().result("n"));
    assertThat(engine().executeScript(text).asLong()).isEqualTo(1);
    assertThat(engine().executeScript(text).asLong()).isEqualTo(2);
    assertThat(engine().executeScript(ScriptSource.of("other", text)).asLong()).isEqualTo(3);
  }

  @Test
  @DisplayName("E12 exit with 0 ends the script with the exit code")
  default void executeScript_exitsWithZero_returnsTheCode() {
    assertThat(run(exit(0), dialect().assign("after", "1")).asLong()).isZero();
    assertThat(engine().globalNames()).doesNotContain("after");
  }

  @Test
  @DisplayName("E12 exit with another code is an error that tells it")
  default void executeScript_exitsWithCode_tellsIt() {
    String script = exit(3);
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run(script))
        .satisfies(e -> assertThat(e.exitCode()).hasValue(3));
    assertThat(run(dialect().sumBelow(10)).asLong()).isEqualTo(45);
  }

  private String exit(int code) {
    var script = dialect().exit(code);
    Assumptions.assumeTrue(script.isPresent(), "the language cannot exit");
    return script.orElseThrow();
  }
}

package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ErrorCode;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Parsing without running. */
interface ValidationContract extends ContractFixture {

  private ScriptSource broken() {
    return ScriptSource.of(
        "broken.script",
        dialect().lines(dialect().assign("x", "1"), dialect().brokenLine().text()));
  }

  private void checkPlace(ScriptSyntaxException error) {
    SourceLocation place = error.location().orElseThrow();
    assertThat(error.code()).isEqualTo(ErrorCode.SYNTAX);
    assertThat(place.sourceName()).isEqualTo("broken.script");
    assertThat(place.line()).isEqualTo(2);
    assertThat(place.column()).isEqualTo(dialect().brokenLine().column());
    assertThat(place.endColumn()).isEqualTo(dialect().brokenLine().endColumn());
    assertThat(place.sourceLine()).contains(dialect().brokenLine().text());
  }

  @Test
  @DisplayName("E6 a good script passes and does not run")
  default void validateScript_goodScript_runsNothing() {
    engine().validateScript(dialect().lines(dialect().assign("x", "1"), dialect().endless()));
    assertThat(engine().globalNames()).isEmpty();
  }

  @Test
  @DisplayName("E6 a script that would fail passes")
  default void validateScript_failsAtRunTime_passes() {
    engine().validateScript(dialect().raise());
  }

  @Test
  @DisplayName("E6 a syntax error has line, column range and source line")
  default void validateScript_brokenScript_tellsThePlace() {
    checkPlace(
        catchThrowableOfType(ScriptSyntaxException.class, () -> engine().validateScript(broken())));
  }

  @Test
  @DisplayName("E6 running a broken script is a syntax error, and nothing ran")
  default void executeScript_brokenScript_runsNothing() {
    checkPlace(
        catchThrowableOfType(ScriptSyntaxException.class, () -> engine().executeScript(broken())));
    assertThat(engine().globalNames()).isEmpty();
  }

  @Test
  @DisplayName("E6 starting a broken script fails the run")
  default void start_brokenScript_failsTheRun() {
    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> engine().start(broken()).join());
  }

  @Test
  @DisplayName("E6 a script can be validated from inside a run")
  default void validateScript_insideHostFunction_works() {
    engine()
        .registerFunction(
            "check",
            arguments -> {
              engine().validateScript(arguments.asString(0));
              return true;
            });
    engine().setGlobal("text", dialect().assign("x", "1"));
    assertThat(run(dialect().result(dialect().call("check", "text"))).asBoolean()).isTrue();
  }
}

package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ErrorCode;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.SourceLocation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a failed run tells. */
interface ErrorsContract extends ContractFixture {

  private ScriptRuntimeException failure(String... statements) {
    ScriptSource source = ScriptSource.of("fit.script", dialect().lines(statements));
    return catchThrowableOfType(ScriptRuntimeException.class, () -> engine().executeScript(source));
  }

  private ScriptRuntimeException failureAtLine3() {
    return failure(dialect().assign("x", "1"), dialect().assign("y", "2"), dialect().raise());
  }

  @Test
  @DisplayName("E9 an error has type, message and kind")
  default void executeScript_fails_tellsTypeAndMessage() {
    ScriptRuntimeException error = failureAtLine3();
    assertThat(error.typeName()).isEqualTo(dialect().raisedType());
    assertThat(error.getMessage()).isNotBlank().doesNotContain("\n");
    assertThat(error.code()).isEqualTo(ErrorCode.RUNTIME);
    assertThat(error.backendName()).isEqualTo(engine().backendName());
    assertThat(error.exitCode()).isEmpty();
  }

  @Test
  @DisplayName("E9 an error has file, line, columns and source line")
  default void executeScript_fails_tellsThePlace() {
    SourceLocation place = failureAtLine3().location().orElseThrow();
    assertThat(place.sourceName()).isEqualTo("fit.script");
    assertThat(place.line()).isEqualTo(3);
    assertThat(place.sourceLine()).contains(dialect().raise());
    assertThat(place.column()).isPositive();
    assertThat(place.endColumn()).isBetween(place.column() + 1, dialect().raise().length() + 1);
  }

  @Test
  @DisplayName("E9 frames are the script's calls, innermost first")
  default void executeScript_failsInFunction_hasFramesInnermostFirst() {
    ScriptRuntimeException error =
        failure(
            dialect().assign("x", "1"),
            dialect().failingFunction("broken"),
            dialect().result(dialect().call("broken")));
    assertThat(error.frames()).hasSize(2);
    assertThat(error.frames().getFirst().function()).isEqualTo("broken");
    assertThat(error.frames().getFirst().location().line()).isEqualTo(3);
    assertThat(error.frames().getLast().location().line()).isGreaterThan(3);
    assertThat(error.location()).contains(error.frames().getFirst().location());
  }

  @Test
  @DisplayName("E9 the report shows message, place and source line")
  default void report_error_isReadable() {
    assertThat(failureAtLine3().report()).contains("fit.script:3:", dialect().raise(), "^");
  }

  @Test
  @DisplayName("E9 the traceback is the language's own text")
  default void traceback_error_namesTypeAndFile() {
    assertThat(failureAtLine3().traceback()).contains("fit.script").contains("3");
  }

  @Test
  @DisplayName("E9 an error outlives its engine")
  default void error_afterClose_isReadable() {
    ScriptRuntimeException error = failureAtLine3();
    engine().close();
    assertThat(error.report()).contains(dialect().raise());
    assertThat(error.traceback()).contains("fit.script");
  }

  @Test
  @DisplayName("E9 the engine works after an error")
  default void executeScript_afterError_works() {
    failureAtLine3();
    assertThat(run(dialect().sumBelow(10)).asLong()).isEqualTo(45);
  }

  @Test
  @DisplayName("E9 the same text fails at the same place each time")
  default void executeScript_failsTwice_tellsTheSame() {
    assertThat(failureAtLine3().report()).isEqualTo(failureAtLine3().report());
  }
}

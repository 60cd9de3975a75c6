package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.Capability;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** E5: what a run may use is limited, and what went beyond is named. */
interface LimitsContract extends ContractFixture {

  private ScriptEngine limited(ScriptLimits limits) {
    return builder().limits(limits).build();
  }

  private static void assertExceeds(String limit, String number, ThrowingCallable run) {
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(run)
        .withMessageContaining(limit)
        .satisfies(e -> assertThat(e.limit()).isEqualTo(limit))
        .satisfies(e -> assertThat(e.amount()).startsWith(number + " "));
  }

  @Test
  @DisplayName("E5 a script that goes on and on ends at its limit of operations")
  default void maxOperations_endlessScript_isStopped() {
    need(Capability.LIMIT_OPERATIONS);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxOperations(5000))) {
      assertExceeds("maxOperations", "5000", () -> engine.executeScript(dialect().endless()));
      assertExceeds(
          "maxOperations", "5000", () -> engine.executeScript(dialect().sumBelow(1_000_000)));
      assertThat(engine.executeScript(dialect().sumBelow(10)).asLong()).isEqualTo(45);
    }
  }

  @Test
  @DisplayName("E5 each run counts its operations from zero")
  default void maxOperations_manyShortRuns_areFine() {
    need(Capability.LIMIT_OPERATIONS);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxOperations(5000))) {
      for (int i = 0; i < 20; i++) {
        assertThat(engine.executeScript(dialect().sumBelow(300)).asLong()).isEqualTo(44850);
      }
    }
  }

  @Test
  @DisplayName("E5 a called function has the limit of operations too")
  default void maxOperations_calledFunction_isStopped() {
    need(Capability.LIMIT_OPERATIONS);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxOperations(300))) {
      engine.executeScript(dialect().countingDown("down"));
      assertThat(engine.call("down", 10).asLong()).isZero();
      assertExceeds("maxOperations", "300", () -> engine.call("down", 500));
      assertThat(engine.call("down", 10).asLong()).isZero();
    }
  }

  @Test
  @DisplayName("E5 a script cannot catch the end that a limit brings")
  default void maxOperations_scriptCatchesErrors_isStoppedAllTheSame() {
    need(Capability.LIMIT_OPERATIONS);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxOperations(300))) {
      String text =
          dialect()
              .lines(
                  dialect().countingDown("down"),
                  dialect().assignOr("x", dialect().call("down", "500"), "1"),
                  dialect().endless());
      assertExceeds("maxOperations", "300", () -> engine.executeScript(text));
    }
  }

  @Test
  @DisplayName("E5 a started run that reaches a limit has failed")
  default void maxOperations_startedRun_fails() {
    need(Capability.LIMIT_OPERATIONS);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxOperations(5000))) {
      ScriptRun run = engine.start(ScriptSource.of(dialect().endless()));
      assertExceeds("maxOperations", "5000", run::join);
      assertThat(run.state()).isEqualTo(RunState.FAILED);
    }
  }

  @Test
  @DisplayName("E5 calls nest as deeply as the limit says, and no deeper")
  default void maxCallDepth_recursion_isStoppedAtTheLimit() {
    need(Capability.LIMIT_CALL_DEPTH);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxCallDepth(20))) {
      engine.executeScript(dialect().countingDown("down"));
      String fits = dialect().result(dialect().call("down", "15"));
      assertThat(engine.executeScript(fits).asLong()).isZero();
      String tooDeep = dialect().result(dialect().call("down", "25"));
      assertExceeds("maxCallDepth", "20", () -> engine.executeScript(tooDeep));
      assertThat(engine.executeScript(fits).asLong()).isZero();
    }
  }

  @Test
  @DisplayName("E5 output that fits is written, the rest is not")
  default void maxOutputBytes_tooMuch_isCut() {
    need(Capability.LIMIT_OUTPUT);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ScriptLimits limits = ScriptLimits.none().withMaxOutputBytes(8);
    try (ScriptEngine engine = builder().limits(limits).output(printed).build()) {
      engine.executeScript(dialect().print("1234567"));
      assertExceeds(
          "maxOutputBytes", "8", () -> engine.executeScript(dialect().print("123456789")));
      engine.executeScript(dialect().print("1"));
      String text = printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
      assertThat(text).isEqualTo("1234567\n123456781\n");
    }
  }

  @Test
  @DisplayName("E5 the limits of one engine are not those of another")
  default void limits_otherEngine_isNotLimited() {
    need(Capability.LIMIT_OPERATIONS);
    try (ScriptEngine engine = limited(ScriptLimits.none().withMaxOperations(100))) {
      ScriptSource work = ScriptSource.of(dialect().sumBelow(100_000));
      ScriptRun free = engine().start(work);
      assertExceeds("maxOperations", "100", () -> engine.executeScript(work));
      assertThat(free.join().asLong()).isEqualTo(4_999_950_000L);
    }
  }

  @Test
  @DisplayName("E5 limits that are not reached change nothing")
  default void limits_all_letGoodScriptsBe() {
    need(Capability.LIMIT_WALL_TIME);
    need(Capability.LIMIT_OPERATIONS);
    need(Capability.LIMIT_CALL_DEPTH);
    need(Capability.LIMIT_OUTPUT);
    ScriptLimits limits = new ScriptLimits(Duration.ofMinutes(1), 1_000_000, 0, 100, 1_000_000);
    try (ScriptEngine engine = limited(limits)) {
      assertThat(engine.executeScript(dialect().sumBelow(1000)).asLong()).isEqualTo(499_500);
    }
  }
}

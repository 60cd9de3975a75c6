package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.Capability;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptRuntimeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Started runs: waiting, cancelling, time limits. */
interface RunsContract extends ContractFixture {

  /** How long a cancel may take before the test fails. */
  Duration LONG = Duration.ofSeconds(30);

  private ScriptRun start(String... statements) {
    return engine().start(ScriptSource.of(dialect().lines(statements)));
  }

  /** Starts an endless script, and returns once it runs. */
  private ScriptRun startEndless() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    engine()
        .registerFunction(
            "running",
            _ -> {
              running.countDown();
              return null;
            });
    ScriptRun run =
        start(dialect().assign("ignored", dialect().call("running")), dialect().endless());
    running.await();
    return run;
  }

  private void checkEngineWorks() {
    assertThat(run(dialect().sumBelow(10)).asLong()).isEqualTo(45);
  }

  @Test
  @DisplayName("E5 a started run gives its result")
  default void start_goodScript_succeeds() {
    ScriptRun run = start(dialect().sumBelow(10));
    assertThat(run.join().asLong()).isEqualTo(45);
    assertThat(run.result()).isCompletedWithValue(run.join());
    assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  @DisplayName("E5 a started run that fails throws on join")
  default void start_failingScript_fails() {
    ScriptRun run = start(dialect().raise());
    assertThatExceptionOfType(ScriptRuntimeException.class).isThrownBy(run::join);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.result()).isCompletedExceptionally();
  }

  @Test
  @DisplayName("E5 start returns at once")
  default void start_whileAnotherRuns_returnsAtOnceAndIsQueued() throws Exception {
    Gate gate = Gate.in(engine());
    ScriptRun first = start(dialect().result(dialect().call("gate")));
    gate.awaitReached();
    ScriptRun second = start(dialect().sumBelow(10));
    assertThat(first.state()).isEqualTo(RunState.RUNNING);
    assertThat(second.state()).isEqualTo(RunState.QUEUED);
    gate.open();
    assertThat(second.join().asLong()).isEqualTo(45);
  }

  @Test
  @DisplayName("E5 an asynchronous run completes its future")
  default void executeScriptAsync_goodAndBadScript_completesTheFuture() {
    CompletableFuture<ScriptValue> good =
        engine().executeScriptAsync(ScriptSource.of(dialect().sumBelow(10)));
    assertThat(good.join().asLong()).isEqualTo(45);
    CompletableFuture<ScriptValue> bad =
        engine().executeScriptAsync(ScriptSource.of(dialect().raise()));
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(bad::join)
        .withCauseInstanceOf(ScriptRuntimeException.class);
  }

  @Test
  @DisplayName("E5 cancel stops an endless script")
  default void cancel_endlessScript_stopsIt() throws Exception {
    need(Capability.CANCEL);
    ScriptRun run = startEndless();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(run::join);
    checkEngineWorks();
  }

  @Test
  @DisplayName("E5 a script cannot catch its cancellation")
  default void cancel_scriptCatchesErrors_stopsItAllTheSame() throws Exception {
    need(Capability.CANCEL);
    Gate gate = Gate.in(engine());
    ScriptRun run =
        start(dialect().assignOr("x", dialect().call("gate"), "1"), dialect().endless());
    gate.awaitReached();
    CompletableFuture<CancelOutcome> outcome =
        CompletableFuture.supplyAsync(() -> run.cancel(LONG), Thread::startVirtualThread);
    gate.open();
    assertThat(outcome.join()).isEqualTo(CancelOutcome.STOPPED);
  }

  @Test
  @DisplayName("E5 cancel of a finished run says so")
  default void cancel_finishedRun_wasAlreadyFinished() {
    ScriptRun run = start(dialect().sumBelow(10));
    run.join();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.ALREADY_FINISHED);
    assertThat(run.join().asLong()).isEqualTo(45);
  }

  @Test
  @DisplayName("E5 cancel of a queued run keeps it from running")
  default void cancel_queuedRun_neverRuns() throws Exception {
    Gate gate = Gate.in(engine());
    ScriptRun first = start(dialect().result(dialect().call("gate")));
    gate.awaitReached();
    ScriptRun second = start(dialect().assign("ran", "1"));
    assertThat(second.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    gate.open();
    first.join();
    assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(second::join);
    assertThat(engine().globalNames()).doesNotContain("ran");
  }

  @Test
  @DisplayName("E5 cancelling the future stops the script")
  default void result_cancelled_stopsTheScript() throws Exception {
    need(Capability.CANCEL);
    ScriptRun run = startEndless();
    assertThat(run.result().cancel(true)).isTrue();
    checkEngineWorks(); // waits for its turn, so the script has ended
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  @DisplayName("E5 pausing is refused where it is not offered")
  default void pause_notOffered_isRefused() {
    ScriptRun run = start(dialect().sumBelow(10));
    if (!engine().capabilities().has(Capability.PAUSE)) {
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(run::pause);
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(run::resume);
    }
    run.join();
  }

  @Test
  @DisplayName("E5 a script that takes too long is stopped")
  default void limits_wallTime_stopsAnEndlessScript() {
    need(Capability.LIMIT_WALL_TIME);
    ScriptLimits limits = ScriptLimits.none().withWallTime(Duration.ofMillis(50));
    try (ScriptEngine limited = builder().limits(limits).build()) {
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> limited.executeScript(dialect().endless()))
          .satisfies(e -> assertThat(e.limit()).isEqualTo("wallTime"))
          .satisfies(e -> assertThat(e.amount()).isNotBlank());
      assertThat(limited.executeScript(dialect().sumBelow(10)).asLong()).isEqualTo(45);
      ScriptRun run = limited.start(ScriptSource.of(dialect().endless()));
      assertThatExceptionOfType(LimitExceededException.class).isThrownBy(run::join);
      assertThat(run.state()).isEqualTo(RunState.FAILED);
    }
  }
}

package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.WhenStuck;
import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.Latches;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine does about a run that nothing stops. */
@Tag("python")
@Timeout(60)
class StuckTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final ScriptSource STUCK = ScriptSource.of("fit.py", "block()\nwhile True: pass");

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    release.countDown();
  }

  private ScriptEngine engine(WhenStuck action) {
    return prepared(ScriptEngines.builder("python").whenStuck(action).build());
  }

  /** Gives an engine a function that no stop ends. */
  private ScriptEngine prepared(ScriptEngine engine) {
    engine.registerFunction(
        "block",
        _ -> {
          blocked.countDown();
          return Latches.awaitUninterruptibly(release);
        });
    return engine;
  }

  private ScriptRun startStuck(ScriptEngine engine) {
    ScriptRun run = engine.start(STUCK);
    boolean _ = Latches.awaitUninterruptibly(blocked);
    return run;
  }

  private static void checkRefused(ThrowingCallable call) {
    assertThat(catchThrowable(call))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("stuck");
  }

  @Test
  void cancel_inVain_makesTheEngineRefuseCallsUntilTheRunEnds() {
    try (ScriptEngine engine = engine(WhenStuck.REFUSE)) {
      assertThat(engine.status()).isEqualTo(EngineStatus.READY);
      ScriptRun run = startStuck(engine);
      assertThat(engine.status()).isEqualTo(EngineStatus.READY);
      assertThat(run.cancel(SHORT)).isEqualTo(CancelOutcome.STILL_RUNNING);
      assertThat(engine.status()).isEqualTo(EngineStatus.STUCK);
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> engine.executeScript("1"),
              () -> engine.start(ScriptSource.of("1")),
              () -> engine.call("print"),
              () -> engine.setGlobal("x", 1),
              () -> engine.getGlobal("x"),
              engine::globalNames,
              engine::clearGlobals)) {
        checkRefused(call);
      }
      assertThatMessageNamesTheRun(engine);
      release.countDown();
      assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.status()).isEqualTo(EngineStatus.READY);
      assertThat(engine.executeScript("6 * 7").asLong()).isEqualTo(42);
    }
  }

  private static void assertThatMessageNamesTheRun(ScriptEngine engine) {
    assertThat(catchThrowable(() -> engine.executeScript("1")))
        .hasMessageMatching("(?s).*fit\\.py was asked to stop \\(cancel\\) \\d+\\.\\d s ago.*");
  }

  @Test
  void cancel_onlyAsked_doesNotMakeTheEngineStuckAtOnce() {
    try (ScriptEngine engine = engine(WhenStuck.REFUSE)) {
      ScriptRun run = startStuck(engine);
      assertThat(run.cancel(Duration.ZERO)).isEqualTo(CancelOutcome.STILL_RUNNING);
      assertThat(engine.status()).isEqualTo(EngineStatus.READY);
      release.countDown();
      assertThat(engine.executeScript("6 * 7").asLong()).isEqualTo(42);
    }
  }

  @Test
  void cancel_inVain_failsTheCallsThatWaitAlready() {
    try (ScriptEngine engine = engine(WhenStuck.REFUSE)) {
      ScriptRun run = startStuck(engine);
      ScriptRun queued = engine.start(ScriptSource.of("began = True"));
      CompletableFuture<Throwable> waiting = new CompletableFuture<>();
      Thread waiter =
          Thread.ofVirtual()
              .start(() -> waiting.complete(catchThrowable(() -> engine.getGlobal("x"))));
      while (waiter.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(run.cancel(SHORT)).isEqualTo(CancelOutcome.STILL_RUNNING);
      checkRefused(queued::join);
      assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join())
          .isInstanceOf(BackendException.class);
      release.countDown();
      assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.globalNames()).doesNotContain("began");
    }
  }

  @Test
  void wallTime_inVain_letsTheCallerGoAndMakesTheEngineStuck() {
    var builder =
        ScriptEngines.builder("python")
            .limits(ScriptLimits.none().withWallTime(Duration.ofMillis(50)));
    try (ScriptEngine engine = prepared(builder.build())) {
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> ended.complete(catchThrowable(() -> engine.executeScript(STUCK))));
      assertThat(ended.orTimeout(20, TimeUnit.SECONDS).join())
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("fit.py was asked to stop (wall time)");
      assertThat(engine.status()).isEqualTo(EngineStatus.STUCK);
      release.countDown();
    }
  }

  @Test
  void join_interruptedInVain_letsTheWaiterGo() throws InterruptedException {
    try (ScriptEngine engine = engine(WhenStuck.REFUSE)) {
      ScriptRun run = startStuck(engine);
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread waiter = Thread.ofPlatform().start(() -> ended.complete(catchThrowable(run::join)));
      waiter.interrupt();
      assertThat(ended.orTimeout(20, TimeUnit.SECONDS).join())
          .isInstanceOf(BackendException.class)
          .hasMessageContaining("(interrupt)");
      release.countDown();
    }
  }

  /**
   * C functions that call {@code entered} and then go on for long without any step of Python code.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // lets others run
        "list(map(partial(pbkdf2_hmac, 'sha256', b'x', b'y'), map(entered, [1_500_000])))",
        // keeps Python to itself
        "sum(chain(map(entered, [0]), range(60_000_000)))",
      })
  void cancel_functionOfCThatNeverLooks_saysStillRunningAndStopsWhenItReturns(String call) {
    String imports =
        "from functools import partial\nfrom hashlib import pbkdf2_hmac\nfrom itertools import chain\n";
    try (ScriptEngine engine = engine(WhenStuck.REFUSE)) {
      engine.registerFunction(
          "entered",
          a -> {
            blocked.countDown();
            return a.asLong(0);
          });
      ScriptRun run = engine.start(ScriptSource.of(imports + call + "\nwhile True: pass"));
      boolean _ = Latches.awaitUninterruptibly(blocked);
      assertThat(run.cancel(SHORT)).isEqualTo(CancelOutcome.STILL_RUNNING);
      assertThat(engine.status()).isEqualTo(EngineStatus.STUCK);
      checkRefused(() -> engine.executeScript("1"));
      assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.executeScript("6 * 7").asLong()).isEqualTo(42);
    }
  }

  @Test
  void abandon_stuckRun_isLeftBehindAndTheHostsGlobalsAreThereAgain() {
    try (ScriptEngine engine = engine(WhenStuck.ABANDON)) {
      engine.setGlobal("volts", 12);
      engine.registerFunction("twice", a -> a.asLong(0) * 2);
      engine.executeScript("own = 1");
      ScriptRun run = startStuck(engine);
      assertThat(run.cancel(SHORT)).isEqualTo(CancelOutcome.STILL_RUNNING);
      assertThat(engine.status()).isEqualTo(EngineStatus.STUCK);
      assertThat(engine.executeScript("twice(volts)").asLong()).isEqualTo(24);
      assertThat(engine.status()).isEqualTo(EngineStatus.READY);
      assertThat(engine.globalNames()).contains("volts", "twice", "block").doesNotContain("own");
      release.countDown();
      assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.executeScript("twice(volts)").asLong()).isEqualTo(24);
    }
  }

  @Test
  void abandon_hostFunctionOfTheOldRun_cannotReachTheNewEngine() {
    CompletableFuture<Throwable> tried = new CompletableFuture<>();
    try (ScriptEngine engine =
        ScriptEngines.builder("python").whenStuck(WhenStuck.ABANDON).build()) {
      engine.registerFunction(
          "block",
          _ -> {
            blocked.countDown();
            boolean interrupted = Latches.awaitUninterruptibly(release);
            tried.complete(catchThrowable(() -> engine.setGlobal("late", true)));
            return interrupted;
          });
      ScriptRun run = startStuck(engine);
      assertThat(run.cancel(SHORT)).isEqualTo(CancelOutcome.STILL_RUNNING);
      engine.setGlobal("x", 1);
      release.countDown();
      assertThat(tried.orTimeout(20, TimeUnit.SECONDS).join())
          .isInstanceOf(IllegalStateException.class);
      assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.globalNames()).contains("x").doesNotContain("late");
    }
  }

  @Test
  void close_stuckEngine_comesBackAndIsClosed() {
    ScriptEngine engine = engine(WhenStuck.REFUSE);
    ScriptRun run = startStuck(engine);
    assertThat(run.cancel(SHORT)).isEqualTo(CancelOutcome.STILL_RUNNING);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(engine::close);
    while (engine.status() != EngineStatus.CLOSED) {
      Thread.onSpinWait();
    }
    release.countDown();
    closing.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }
}

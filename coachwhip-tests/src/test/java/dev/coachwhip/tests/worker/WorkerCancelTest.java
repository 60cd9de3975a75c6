package dev.coachwhip.tests.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cancel is true, whatever the script does: in the end its process is ended. */
@Tag("python")
@Tag("processes")
@Timeout(60)
class WorkerCancelTest {

  /** Runs in C for hours, and looks for no stop. */
  private static final String IN_C = "running()\nsum(range(10**12))";

  private static final String SWALLOWING =
      """
      running()
      while True:
          try:
              while True: pass
          except BaseException:
              pass
      """;

  private static ScriptRun startRunning(TestEngine engine, String script) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    engine
        .engine()
        .registerFunction(
            "running",
            _ -> {
              running.countDown();
              return null;
            });
    ScriptRun run = engine.engine().start(ScriptSource.of(script));
    running.await();
    return run;
  }

  @Test
  void cancel_loopInC_isStoppedWithinASecond() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      engine.engine().setGlobal("kept", 7);
      ScriptRun run = startRunning(engine, IN_C);
      long start = System.nanoTime();
      assertThat(run.cancel(Duration.ofSeconds(10))).isEqualTo(CancelOutcome.STOPPED);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(run.state()).isEqualTo(RunState.CANCELLED);
      assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(run::join);
      assertThat(engine.run("kept").asLong()).isEqualTo(7);
    }
  }

  @Test
  void cancel_shortWaitAndStopsSwallowed_isStoppedAllTheSame() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      ScriptRun run = startRunning(engine, SWALLOWING);
      assertThat(run.cancel(Duration.ofMillis(1))).isEqualTo(CancelOutcome.STOPPED);
      assertThat(engine.isUsable()).isTrue();
    }
  }

  @Test
  void cancel_noWait_endsItSoon() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      ScriptRun run = startRunning(engine, IN_C);
      assertThat(run.cancel(Duration.ZERO)).isEqualTo(CancelOutcome.STILL_RUNNING);
      assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(run::join);
    }
  }

  @Test
  void cancel_scriptThatStopsByItself_keepsItsProcess() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      long pid = IsolatedEngine.pid(engine);
      ScriptRun run = startRunning(engine, "running()\nwhile True: pass");
      assertThat(run.cancel(Duration.ofSeconds(10))).isEqualTo(CancelOutcome.STOPPED);
      assertThat(IsolatedEngine.pid(engine)).isEqualTo(pid);
    }
  }

  @Test
  void cancel_hostFunctionThatDoesNotReturn_isStoppedAndTheNextRuns() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (TestEngine engine = IsolatedEngine.create()) {
      CountDownLatch inside = new CountDownLatch(1);
      engine
          .engine()
          .registerFunction(
              "deaf",
              _ -> {
                inside.countDown();
                while (release.getCount() > 0) {
                  Thread.onSpinWait(); // sees no interrupt
                }
                return null;
              });
      ScriptRun run = engine.engine().start(ScriptSource.of("deaf()"));
      inside.await();
      assertThat(run.cancel(Duration.ofSeconds(10))).isEqualTo(CancelOutcome.STOPPED);
      assertThat(engine.isUsable()).isTrue();
      release.countDown();
    } finally {
      release.countDown();
    }
  }

  @Test
  void cancel_hostFunctionThatWaits_isInterrupted() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      long pid = IsolatedEngine.pid(engine);
      CountDownLatch inside = new CountDownLatch(1);
      engine
          .engine()
          .registerFunction(
              "waits",
              _ -> {
                inside.countDown();
                new CountDownLatch(1).await();
                return null;
              });
      ScriptRun run = engine.engine().start(ScriptSource.of("waits()"));
      inside.await();
      assertThat(run.cancel(Duration.ofSeconds(10))).isEqualTo(CancelOutcome.STOPPED);
      assertThat(IsolatedEngine.pid(engine)).isEqualTo(pid);
    }
  }

  @Test
  void executeScript_interruptedInC_isStopped() throws Exception {
    try (TestEngine engine = IsolatedEngine.create()) {
      CountDownLatch running = new CountDownLatch(1);
      engine
          .engine()
          .registerFunction(
              "running",
              _ -> {
                running.countDown();
                return null;
              });
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      Thread caller =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  engine.engine().executeScript(IN_C);
                } catch (Throwable t) {
                  failure.complete(Thread.currentThread().isInterrupted() ? t : new Error(t));
                }
              });
      running.await();
      caller.interrupt();
      assertThat(failure.join()).isInstanceOf(ScriptCancelledException.class);
      assertThat(engine.isUsable()).isTrue();
    }
  }

  @Test
  void limits_wallTimeInC_isKept() {
    ScriptLimits limits = ScriptLimits.none().withWallTime(Duration.ofMillis(200));
    try (TestEngine engine = new TestEngine(IsolatedEngine.builder().limits(limits))) {
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> engine.run("sum(range(10**12))"))
          .satisfies(e -> assertThat(e.limit()).isEqualTo("wallTime"));
      assertThat(engine.isUsable()).isTrue();
    }
  }

  @Test
  void close_loopInC_endsTheProcess() throws Exception {
    TestEngine engine = IsolatedEngine.create();
    long pid = IsolatedEngine.pid(engine);
    ScriptRun run = startRunning(engine, IN_C);
    engine.close();
    assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(run::join);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }
}

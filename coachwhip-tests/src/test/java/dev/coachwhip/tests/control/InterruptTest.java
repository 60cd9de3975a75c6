package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt of the calling thread stops its script, whatever thread runs it (E5). */
@Tag("python")
class InterruptTest {

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  /** What kind of thread calls. */
  enum Caller {
    USUAL,
    SMALL,
    LARGE,
    VIRTUAL;

    Thread thread(Runnable work) {
      return switch (this) {
        case USUAL -> new Thread(null, work, "usual", 1L << 20);
        case SMALL -> new Thread(null, work, "small", 256L << 10);
        case LARGE -> new Thread(null, work, "large", 80L << 20);
        case VIRTUAL -> Thread.ofVirtual().unstarted(work);
      };
    }
  }

  /**
   * A call that is interrupted.
   *
   * @param error what it threw, null for nothing
   * @param interrupted whether the thread was interrupted afterwards
   */
  private record Ended(@org.jspecify.annotations.Nullable Throwable error, boolean interrupted) {}

  private final CompletableFuture<Ended> ended = new CompletableFuture<>();

  private Thread start(Caller caller, Runnable work) {
    Thread thread =
        caller.thread(() -> {
          Throwable error = catchThrowable(work::run);
          ended.complete(new Ended(error, Thread.currentThread().isInterrupted()));
        });
    thread.start();
    return thread;
  }

  private void checkStopped() {
    Ended result = ended.orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(result.error()).isInstanceOf(ScriptCancelledException.class);
    assertThat(result.interrupted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_whileTheScriptRuns_stopsItAndKeepsTheStatus(Caller caller) {
    RunningScript running = new RunningScript(python.engine());
    Thread thread =
        start(caller, () -> python.engine().executeScript("running()\nwhile True: pass"));
    running.await();
    thread.interrupt();
    checkStopped();
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_whileTheScriptSleeps_stopsIt(Caller caller) {
    RunningScript running = new RunningScript(python.engine());
    Thread thread =
        start(
            caller,
            () -> python.engine().executeScript("import time\nrunning()\ntime.sleep(1000)"));
    running.await();
    thread.interrupt();
    checkStopped();
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_whileAFunctionRuns_stopsIt(Caller caller) {
    RunningScript running = new RunningScript(python.engine());
    python.run("def f():\n  running()\n  while True: pass");
    Thread thread = start(caller, () -> python.engine().call("f"));
    running.await();
    thread.interrupt();
    checkStopped();
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_beforeTheCall_stopsItAtOnce(Caller caller) {
    start(
        caller,
        () -> {
          Thread.currentThread().interrupt();
          python.engine().executeScript("while True: pass");
        });
    checkStopped();
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_whileQueued_givesThePlaceUp(Caller caller) {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun first = python.engine().start(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    Thread thread = start(caller, () -> python.engine().executeScript("began = True"));
    thread.interrupt();
    checkStopped();
    assertThat(first.cancel(Duration.ofSeconds(20))).isEqualTo(CancelOutcome.STOPPED);
    assertThat(python.engine().globalNames()).doesNotContain("began");
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_whileJoining_stopsTheRun(Caller caller) {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run = python.engine().start(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    Thread thread = start(caller, run::join);
    thread.interrupt();
    checkStopped();
    assertThat(run.state()).isEqualTo(dev.coachwhip.RunState.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_whileAHostFunctionWaits_stopsTheScript(Caller caller) {
    RunningScript running = new RunningScript(python.engine());
    java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
    python
        .engine()
        .registerFunction(
            "wait",
            _ -> {
              never.await();
              return null;
            });
    Thread thread =
        start(caller, () -> python.engine().executeScript("running()\nwait()\nwhile True: pass"));
    running.await();
    thread.interrupt();
    checkStopped();
  }
}

package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.Latches;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancel stops the script it is for, and no other (E5). */
@Tag("python")
class CancelTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "running()\nwhile True: pass",
        "import time\nrunning()\nwhile True: time.sleep(0.001)",
        "import time\nrunning()\ntime.sleep(1000)",
        "def f(): return f()\nrunning()\nwhile True:\n  try: f()\n  except RecursionError: pass",
        "running()\nfor i in iter(int, 1): pass",
        "running()\nwhile True:\n  try:\n    while True: pass\n  except Exception: pass",
        "try:\n  running()\n  while True: pass\nfinally:\n  x = 1",
        "running()\n[0 for _ in iter(int, 1)]",
        "async def f():\n  running()\n  while True: pass\nimport asyncio\nasyncio.run(f())",
        "def g():\n  running()\n  while True: yield 1\nfor _ in g(): pass",
        "running()\nwhile True: nested()",
        "deep(15)",
        "running()\nwhile True:\n  exec('1')",
        "class A:\n  def __del__(self):\n    x = 1\nrunning()\nwhile True: A()",
      })
  void cancel_endlessScript_isStoppedAndSaysSo(String text) {
    python
        .engine()
        .registerFunction("nested", _ -> python.engine().executeScript("sum(range(100))"));
    python
        .engine()
        .registerFunction(
            "deep",
            a ->
                a.asLong(0) == 0
                    ? python.engine().executeScript("running()\nwhile True: pass")
                    : python.engine().executeScript("deep(" + (a.asLong(0) - 1) + ")"));
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run = python.engine().start(ScriptSource.of(text));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.ALREADY_FINISHED);
  }

  @Test
  void cancel_scriptCatchesEverythingForAWhile_isAskedAgainUntilItStops() {
    RunningScript running = new RunningScript(python.engine());
    String text =
        """
        caught = 0
        while caught < 5:
            try:
                running()
                while True:
                    pass
            except BaseException:
                caught += 1
        while True:
            pass
        """;
    ScriptRun run = python.engine().start(ScriptSource.of(text));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(python.engine().getGlobal("caught").asLong()).isEqualTo(5);
  }

  @Test
  void cancel_scriptCatchesItAndEnds_isNotCalledStopped() {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run =
        python
            .engine()
            .start(
                ScriptSource.of(
                    "try:\n  running()\n  while True: pass\nexcept BaseException:\n  pass\n'mine'"));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.ALREADY_FINISHED);
    assertThat(run.join().asString()).isEqualTo("mine");
  }

  @Test
  void cancel_blockedHostFunction_saysStillRunningUntilItReturns() {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    python
        .engine()
        .registerFunction(
            "block",
            _ -> {
              blocked.countDown();
              return Latches.awaitUninterruptibly(release);
            });
    ScriptRun run = python.engine().start(ScriptSource.of("block()\nwhile True: pass"));
    boolean _ = Latches.awaitUninterruptibly(blocked);
    assertThat(run.cancel(Duration.ofMillis(1))).isEqualTo(CancelOutcome.STILL_RUNNING);
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    release.countDown();
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.wait(1000)", "lock.acquire()", "requests.get(timeout=1000)"})
  void cancel_scriptWaitsInsidePython_saysWhatIsTrueAndStopsWhenTheWaitEnds(String wait) {
    python.run(
        """
        import builtins, queue, threading
        event, lock, requests = builtins.waited_for = threading.Event(), threading.Lock(), queue.Queue()
        lock.acquire()
        """);
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run =
        python.engine().start(ScriptSource.of("running()\n" + wait + "\nwhile True: pass"));
    running.await();
    CancelOutcome atOnce = run.cancel(Duration.ofMillis(1));
    assertThat(atOnce)
        .isEqualTo(
            run.state() == RunState.RUNNING ? CancelOutcome.STILL_RUNNING : CancelOutcome.STOPPED);
    try (TestEngine other = new TestEngine()) {
      other.run(
          """
          import builtins
          event, lock, requests = builtins.waited_for
          del builtins.waited_for
          event.set()
          lock.release()
          requests.put(1)
          """);
    }
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }

  @Test
  void cancel_queuedRun_neverBegins() {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun first = python.engine().start(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    ScriptRun second = python.engine().start(ScriptSource.of("began = True"));
    assertThat(second.state()).isEqualTo(RunState.QUEUED);
    assertThat(second.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(first.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(python.engine().globalNames()).doesNotContain("began");
    assertThat(catchThrowable(second::join)).isInstanceOf(ScriptCancelledException.class);
  }

  @Test
  void cancelOfTheFuture_stopsTheScript() {
    RunningScript running = new RunningScript(python.engine());
    var future = python.engine().executeScriptAsync(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    assertThat(future.cancel(true)).isTrue();
    assertThat(catchThrowable(future::join)).isInstanceOf(CancellationException.class);
    // The next call comes after the stopped one.
    assertThat(python.run("1").asLong()).isEqualTo(1);
  }

  @Test
  void cancel_joinOfCancelledFuture_throws() {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run = python.engine().start(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    run.result().cancel(true);
    assertThat(catchThrowable(run::join))
        .isInstanceOfAny(ScriptCancelledException.class, CancellationException.class);
  }

  @Test
  void cancel_hammeredAtRandomMoments_neverReachesTheNextRun() {
    Random random = new Random(7);
    int stopped = 0;
    for (int i = 0; i < 300; i++) {
      int size = random.nextInt(20_000);
      ScriptRun run =
          python.engine().start(ScriptSource.of("n = 0\nfor i in range(" + size + "): n += 1\nn"));
      pauseUpTo(random.nextInt(1_000_000));
      CancelOutcome outcome = run.cancel(LONG);
      assertThat(outcome).isNotEqualTo(CancelOutcome.STILL_RUNNING);
      if (outcome == CancelOutcome.STOPPED) {
        stopped++;
        assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      } else {
        assertThat(run.join().asLong()).isEqualTo(size);
      }
      // On the same thread as the cancelled run, and on another one.
      assertThat(python.engine().start(ScriptSource.of("sum(range(100))")).join().asLong())
          .isEqualTo(4950);
      assertThat(python.engine().executeScript("sum(range(100))").asLong()).isEqualTo(4950);
    }
    assertThat(stopped).isBetween(1, 300);
  }

  /** The moment of the cancel is what varies here; nothing waits for it. */
  private static void pauseUpTo(int nanos) {
    LockSupport.parkNanos(nanos);
  }

  @Test
  void cancel_hammeredWithInterrupts_neverReachesTheNextRun() throws InterruptedException {
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      int size = random.nextInt(20_000);
      CompletableFuture<Object> ended = new CompletableFuture<>();
      Thread caller =
          new Thread(() -> {
            Throwable error =
                catchThrowable(
                    () -> python.engine().executeScript("for i in range(" + size + "): pass"));
            boolean _ = Thread.interrupted();
            Throwable next = catchThrowable(() -> python.engine().executeScript("sum(range(100))"));
            ended.complete(
                next == null && (error == null || error instanceof ScriptCancelledException)
                    ? "fine"
                    : next == null ? error : next);
          });
      caller.start();
      pauseUpTo(random.nextInt(1_000_000));
      caller.interrupt();
      caller.join();
      // An interrupt that comes as late as the second script stops that one, rightly.
      Object result = ended.join();
      assertThat(result)
          .satisfiesAnyOf(
              r -> assertThat(r).isEqualTo("fine"),
              r -> assertThat(r).isInstanceOf(ScriptCancelledException.class));
      assertThat(python.engine().executeScript("sum(range(100))").asLong()).isEqualTo(4950);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "import time\ntime.sleep(1000)",
        "while True:\n  try:\n    while True: pass\n  except Exception: pass",
        "import time\ntry:\n  time.sleep(1000)\nfinally:\n  print('put away')",
      })
  void wallTime_endlessScript_isStoppedAndNamesTheLimit(String text) {
    var builder =
        dev.coachwhip.ScriptEngines.builder("python")
            .limits(dev.coachwhip.ScriptLimits.none().withWallTime(Duration.ofMillis(50)));
    try (TestEngine limited = new TestEngine(builder)) {
      Throwable error = catchThrowable(() -> limited.run(text));
      assertThat(error).isInstanceOf(LimitExceededException.class);
      assertThat(((LimitExceededException) error).limit()).isEqualTo("wallTime");
      assertThat(limited.run("1").asLong()).isEqualTo(1);
    }
  }

  @Test
  void wallTime_endlessCallOfAFunction_isStopped() {
    var builder =
        dev.coachwhip.ScriptEngines.builder("python")
            .limits(dev.coachwhip.ScriptLimits.none().withWallTime(Duration.ofMillis(50)));
    try (TestEngine limited = new TestEngine(builder)) {
      limited.run("def f():\n  while True: pass");
      assertThat(catchThrowable(() -> limited.engine().call("f")))
          .isInstanceOf(LimitExceededException.class);
      assertThat(catchThrowable(() -> limited.engine().getGlobal("f").asCallable().call()))
          .isInstanceOf(LimitExceededException.class);
    }
  }
}

package dev.coachwhip.tests.asynchronous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.control.RunningScript;
import dev.coachwhip.tests.support.Collected;
import dev.coachwhip.tests.support.Latches;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop of a script that awaits is true, and leaves the loop and the next run alone (F3, E5). */
@Tag("python")
class AwaitCancelTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String SWALLOWS_TWO =
      """
      running()
      for _ in range(2):
          try:
              await asyncio.sleep(1000)
          except asyncio.CancelledError:
              pass
      await asyncio.sleep(1000)
      """;

  private final TestEngine python = new TestEngine();
  private final RunningScript running = new RunningScript(python.engine());

  @BeforeEach
  void importAsyncio() {
    python.run("import asyncio, time");
  }

  @AfterEach
  void close() {
    assertThat(python.run("await asyncio.sleep(0, 42)").asLong()).isEqualTo(42);
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "running()\nawait asyncio.sleep(1000)",
        "await asyncio.sleep(0)\nrunning()\nawait asyncio.get_running_loop().create_future()",
        "await asyncio.sleep(0)\nrunning()\nwhile True: pass",
        "running()\nwhile True: await asyncio.sleep(0)",
        "await asyncio.sleep(0)\nrunning()\ntime.sleep(1000)",
        SWALLOWS_TWO,
        """
        running()
        while True:
          try: await asyncio.sleep(1000)
          except asyncio.CancelledError: pass\
        """,
        "running()\nwhile True:\n  try: await asyncio.sleep(1000)\n  except Exception: pass",
        """
        async def spin():
          running()
          while True: pass
        await asyncio.gather(spin(), asyncio.sleep(1000))\
        """,
        "def spin():\n  running()\n  while True: pass\n"
            + "asyncio.get_running_loop().call_soon(spin)\nawait asyncio.sleep(1000)",
        """
        async def child():
          running()
          await asyncio.sleep(1000)
        t = asyncio.create_task(child())
        await t\
        """,
        "await asyncio.sleep(0)\nrunning()\nwait()",
        "await asyncio.sleep(0)\nspin()",
        "try:\n  running()\n  await asyncio.sleep(1000)\nfinally:\n  await asyncio.sleep(0)",
        "await asyncio.wait_for(asyncio.gather(asyncio.sleep(1000), waiting()), 1000)",
      })
  void cancel_scriptThatAwaits_isStoppedAndSaysSo(String text) {
    python.engine().registerFunction("wait", _ -> waitForever());
    python
        .engine()
        .registerFunction(
            "spin", _ -> python.engine().executeScript("running()\nwhile True: pass"));
    python.run("async def waiting():\n  running()\n  await asyncio.sleep(1000)");
    ScriptRun run = python.engine().start(ScriptSource.of(text));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }

  private static Object waitForever() throws InterruptedException {
    new CountDownLatch(1).await();
    return true;
  }

  @Test
  void cancel_cleanUpThatAwaits_isDone() {
    ScriptRun run =
        python
            .engine()
            .start(
                ScriptSource.of(
                    """
                    cleaned = False
                    try:
                        running()
                        await asyncio.sleep(1000)
                    finally:
                        await asyncio.sleep(0.01)
                        cleaned = True
                    """));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(python.engine().getGlobal("cleaned").asBoolean()).isTrue();
  }

  @Test
  void cancel_scriptEndsAllTheSame_saysItFinished() {
    ScriptRun run =
        python
            .engine()
            .start(
                ScriptSource.of(
                    """
                    try:
                        running()
                        await asyncio.sleep(1000)
                    except asyncio.CancelledError:
                        result = 'ended by itself'
                    """));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.ALREADY_FINISHED);
    assertThat(run.join()).hasToString("ended by itself");
  }

  @Test
  void cancel_takesTheScriptsTasksWithIt_butNotThoseOfEarlierRuns() {
    python.run(
        """
        async def forever():
            await asyncio.sleep(1000)
        earlier = asyncio.create_task(forever())
        await asyncio.sleep(0)
        """);
    ScriptRun run =
        python
            .engine()
            .start(
                ScriptSource.of(
                    "own = asyncio.create_task(forever())\nrunning()\nawait asyncio.sleep(1000)"));
    running.await();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(python.run("[own.cancelled(), earlier.done()]")).hasToString("[True, False]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "running()\nawait asyncio.sleep(1000)",
        "await asyncio.sleep(0)\nrunning()\nwhile True: pass",
        SWALLOWS_TWO,
      })
  void cancel_scriptWaitsForAnotherEnginesThatAwaits_bothStop(String text) {
    try (TestEngine inner = new TestEngine()) {
      RunningScript begun = new RunningScript(inner.engine());
      inner.run("import asyncio");
      python.engine().registerFunction("inner", _ -> inner.engine().executeScript(text));
      ScriptRun run = python.engine().start(ScriptSource.of("inner()"));
      begun.await();
      assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
      assertThat(inner.run("await asyncio.sleep(0)\nlen(asyncio.all_tasks())").asLong())
          .isEqualTo(1);
    }
  }

  @Test
  void cancel_hostFunctionOnTheLoopBlocks_saysStillRunningUntilItReturns() {
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
    ScriptRun run =
        python.engine().start(ScriptSource.of("await asyncio.sleep(0)\nblock()\nwhile True: pass"));
    boolean _ = Latches.awaitUninterruptibly(blocked);
    assertThat(run.cancel(Duration.ofMillis(1))).isEqualTo(CancelOutcome.STILL_RUNNING);
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    release.countDown();
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }

  @Test
  void cancelledError_nobodyAskedForAStop_isTheScriptsError() {
    assertThat(
            catchThrowable(
                () -> python.run("await asyncio.sleep(0)\nraise asyncio.CancelledError")))
        .isInstanceOfSatisfying(
            ScriptRuntimeException.class,
            e -> assertThat(e.typeName()).isEqualTo("CancelledError"));
    assertThat(
            catchThrowable(
                () -> python.run("asyncio.current_task().cancel()\nawait asyncio.sleep(1000)")))
        .isInstanceOf(ScriptRuntimeException.class);
  }

  @Test
  void interrupt_ofTheCaller_stopsTheScriptAndStays() throws InterruptedException {
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    CompletableFuture<Boolean> stays = new CompletableFuture<>();
    Thread caller =
        new Thread(
            null,
            () -> {
              outcome.complete(
                  catchThrowable(
                      () -> python.engine().executeScript("running()\nawait asyncio.sleep(1000)")));
              stays.complete(Thread.interrupted());
            },
            "caller",
            64 << 20);
    caller.start();
    running.await();
    caller.interrupt();
    caller.join();
    assertThat(outcome.join()).isInstanceOf(ScriptCancelledException.class);
    assertThat(stays.join()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await asyncio.sleep(1000)",
        "await asyncio.sleep(0)\nwhile True: pass",
        "await asyncio.sleep(0)\nnested()",
      })
  void wallTime_scriptThatAwaits_isStoppedAndNamesTheLimit(String text) {
    var builder =
        ScriptEngines.builder("python")
            .limits(ScriptLimits.none().withWallTime(Duration.ofMillis(100)));
    try (TestEngine limited = new TestEngine(builder)) {
      limited
          .engine()
          .registerFunction("nested", _ -> limited.engine().executeScript("while True: pass"));
      assertThat(catchThrowable(() -> limited.run("import asyncio\n" + text)))
          .isInstanceOf(LimitExceededException.class)
          .hasMessageContaining("wallTime");
      assertThat(limited.run("await asyncio.sleep(0, 1)").asLong()).isEqualTo(1);
    }
  }

  @Test
  void wallTime_endlessTaskHoldsTheLoop_isStoppedWithTheRunThatWaitsForIt() {
    var builder =
        ScriptEngines.builder("python")
            .limits(ScriptLimits.none().withWallTime(Duration.ofMillis(100)));
    try (TestEngine limited = new TestEngine(builder)) {
      limited.run("import asyncio");
      var future = limited.run("async def spin():\n  while True: pass\nspin()").asFuture();
      assertThat(catchThrowable(() -> limited.run("await asyncio.sleep(0)")))
          .isInstanceOf(LimitExceededException.class);
      assertThat(limited.run("await asyncio.sleep(0, 1)").asLong()).isEqualTo(1);
      assertThat(catchThrowable(future::join)).hasCauseInstanceOf(ScriptCancelledException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "running()\nawait asyncio.sleep(1000)",
        "await asyncio.sleep(0)\nrunning()\nwhile True: pass",
        SWALLOWS_TWO,
      })
  void close_scriptThatAwaits_stopsIt(String text) {
    ScriptRun run;
    try (TestEngine closing = new TestEngine()) {
      RunningScript begun = new RunningScript(closing.engine());
      run = closing.engine().start(ScriptSource.of("import asyncio\n" + text));
      begun.await();
    }
    assertThat(catchThrowable(run::join))
        .isInstanceOf(ScriptCancelledException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void close_endlessTask_endsTheLoopsThread() {
    CompletableFuture<Thread> loop = new CompletableFuture<>();
    try (TestEngine closing = new TestEngine()) {
      closing.engine().registerFunction("begun", _ -> loop.complete(Thread.currentThread()));
      var _ = closing.run("async def spin():\n  begun()\n  while True: pass\nspin()").asFuture();
      loop.join();
    }
    Collected.untilEqual(loop.join()::isAlive, false);
  }

  @Test
  void cancel_hammeredAtRandomMoments_neverReachesTheNextRun() {
    Random random = new Random(11);
    String[] texts = {
      "for _ in range(%d): await asyncio.sleep(0)\n1",
      "await asyncio.sleep(0)\nfor _ in range(20 * %d): pass\n1",
      "await asyncio.sleep(%d / 1e6)\n1",
    };
    int stopped = 0;
    for (int i = 0; i < 200; i++) {
      int size = random.nextInt(2_000);
      ScriptRun run =
          python.engine().start(ScriptSource.of(texts[i % texts.length].formatted(size)));
      LockSupport.parkNanos(random.nextInt(1_500_000)); // the moment varies; nothing waits for it
      CancelOutcome outcome = run.cancel(LONG);
      assertThat(outcome).isNotEqualTo(CancelOutcome.STILL_RUNNING);
      if (outcome == CancelOutcome.STOPPED) {
        stopped++;
        assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
      } else {
        assertThat(run.join().asLong()).isEqualTo(1);
      }
      assertThat(python.engine().executeScript("await asyncio.sleep(0, 2)").asLong()).isEqualTo(2);
      assertThat(python.engine().executeScript("sum(range(100))").asLong()).isEqualTo(4950);
    }
    assertThat(stopped).isBetween(1, 200);
  }
}

package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptIterator;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop reaches scripts that wait in a C function, by every way to ask for it. */
@Tag("python")
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class BlockedScriptTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private static final String NESTED_LOCK =
      "import threading\nlock = threading.Lock()\nlock.acquire()\nrunning()\nlock.acquire()";

  private final TestEngine python = new TestEngine();
  private final RunningScript running = new RunningScript(python.engine());

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  private ScriptRun start(String text) {
    ScriptRun run = python.engine().start(ScriptSource.of(text));
    running.await();
    return run;
  }

  private void checkCancelled(String text) {
    ScriptRun run = start(text);
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }

  @ParameterizedTest
  @EnumSource
  void cancel_scriptThatWaits_isStopped(BlockedScript script) {
    checkCancelled(script.text());
  }

  @ParameterizedTest
  @EnumSource
  void interrupt_scriptThatWaits_isStopped(BlockedScript script) {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread caller =
        new Thread(
            null,
            () ->
                ended.complete(catchThrowable(() -> python.engine().executeScript(script.text()))),
            "caller",
            80L << 20);
    caller.start();
    running.await();
    caller.interrupt();
    assertThat(ended.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(ScriptCancelledException.class);
  }

  @ParameterizedTest
  @EnumSource
  void cancelOfTheFuture_scriptThatWaits_isStopped(BlockedScript script) {
    var future = python.engine().executeScriptAsync(ScriptSource.of(script.text()));
    running.await();
    assertThat(future.cancel(true)).isTrue();
    assertThat(catchThrowable(future::join)).isInstanceOf(CancellationException.class);
    assertThat(python.isUsable()).isTrue(); // waits for the stopped one
  }

  @ParameterizedTest
  @EnumSource
  void wallTime_scriptThatWaits_isStopped(BlockedScript script) {
    var builder =
        ScriptEngines.builder("python")
            .limits(ScriptLimits.none().withWallTime(Duration.ofMillis(50)));
    try (TestEngine limited = new TestEngine(builder)) {
      limited.engine().registerFunction("running", _ -> null);
      assertThat(catchThrowable(() -> limited.run(script.text())))
          .isInstanceOf(LimitExceededException.class);
    }
  }

  /** CPython looks for signals in some functions that never let another thread run. */
  @Test
  void cancel_regularExpressionWithoutEnd_isStopped() {
    python.run("import time\ntime.sleep(0.1)"); // so that the signal is ready
    checkCancelled("import re\nrunning()\nre.match('(a+)+$', 'a' * 60 + 'b')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True:\n  try: lock.acquire()\n  except Exception: pass",
        "caught = 0\nwhile True:\n  try: lock.acquire()\n  except BaseException:\n    caught += 1\n    if caught == 5: raise",
        "try: lock.acquire()\nfinally:\n  try: lock.acquire()\n  finally: lock.acquire()",
        "def f():\n  try: yield 1\n  finally: lock.acquire()\nfor _ in f(): break\nwhile True: pass",
        "class A:\n  def __del__(self): lock.acquire()\na = A()\ndel a\nwhile True: pass",
      })
  void cancel_scriptThatWaitsAgainWhenStopped_isAskedAgainUntilItStops(String text) {
    checkCancelled("import threading\nlock = threading.Lock()\nlock.acquire()\nrunning()\n" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def f(): lock.acquire()\nrunning()\nawait f()",
        "async def f(): time.sleep(1000)\nrunning()\nawait asyncio.gather(f(), asyncio.sleep(1000))",
        "async def f(): subprocess.run(['sleep', '60'])\nrunning()\nawait f()",
        "async def f(): subprocess.run(['sleep', '60'], capture_output=True)\nrunning()\nawait f()",
        "running()\nawait asyncio.to_thread(stop.wait, 60)",
        "async def f(): lock.acquire()\nrunning()\nasyncio.run(f())",
      })
  void cancel_coroutineThatWaitsInC_isStopped(String text) {
    python.run(
        "import asyncio, subprocess, threading, time\nstop = threading.Event()\nlock = threading.Lock()\nlock.acquire()");
    checkCancelled(text);
    assertThat(python.run("stop.set()\nawait asyncio.sleep(0.01, 42)").asLong()).isEqualTo(42);
  }

  @Test
  void cancel_nestedScriptThatWaits_isStopped() {
    python.engine().registerFunction("nested", _ -> python.engine().executeScript(NESTED_LOCK));
    checkCancelled("nested()");
  }

  @Test
  void cancel_scriptOfAnotherEngineThatWaits_isStopped() {
    try (TestEngine other = new TestEngine()) {
      other.engine().registerFunction("running", _ -> python.engine().executeScript("running()"));
      python.engine().registerFunction("nested", _ -> other.engine().executeScript(NESTED_LOCK));
      checkCancelled("nested()");
      assertThat(other.isUsable()).isTrue();
    }
  }

  @Test
  void interrupt_calledFunctionThatWaits_isStopped() {
    python.run("import queue\ndef f():\n  running()\n  queue.Queue().get()");
    checkInterrupted(() -> python.engine().call("f"));
  }

  @Test
  void interrupt_generatorThatWaits_isStopped() {
    python.run("import queue\ndef f():\n  yield 1\n  running()\n  queue.Queue().get()\n  yield 2");
    checkInterrupted(() -> {
      try (ScriptIterator values = python.engine().executeScript("f()").as(ScriptIterator.class)) {
        values.forEachRemaining(_ -> {});
      }
    });
  }

  private void checkInterrupted(Runnable call) {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread caller = Thread.ofPlatform().start(() -> ended.complete(catchThrowable(call::run)));
    running.await();
    caller.interrupt();
    assertThat(ended.orTimeout(20, TimeUnit.SECONDS).join())
        .isInstanceOf(ScriptCancelledException.class);
  }

  @Test
  void cancel_twoEnginesThatWait_areBothStopped() {
    try (TestEngine other = new TestEngine()) {
      RunningScript otherRunning = new RunningScript(other.engine());
      for (int i = 0; i < 20; i++) {
        ScriptRun first = start(NESTED_LOCK);
        ScriptRun second = other.engine().start(ScriptSource.of(NESTED_LOCK));
        otherRunning.await();
        first.cancel(Duration.ZERO);
        assertThat(second.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
        assertThat(catchThrowable(first::join)).isInstanceOf(ScriptCancelledException.class);
      }
    }
  }
}

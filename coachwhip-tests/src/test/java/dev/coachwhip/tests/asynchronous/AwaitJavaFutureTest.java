package dev.coachwhip.tests.asynchronous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.HostFailure;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java CompletionStage can be awaited in Python (F3). */
@Tag("python")
class AwaitJavaFutureTest {

  private static final String RUN_OWN_LOOP =
      "import asyncio\nasync def main(): return await stage\nasyncio.run(main())";

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  private void stage(CompletionStage<?> stage) {
    python.engine().setGlobal("stage", stage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"await stage", RUN_OWN_LOOP})
  void await_completedStage_givesItsValue(String text) {
    stage(CompletableFuture.completedStage(List.of(1, 2)));
    assertThat(python.run(text)).hasToString("[1, 2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"await stage", RUN_OWN_LOOP})
  void await_stageCompletedLater_givesItsValue(String text) {
    CompletableFuture<String> stage = new CompletableFuture<>();
    stage(stage);
    var run = python.engine().start(ScriptSource.of("running()\n" + text), begun());
    stage.complete("later");
    assertThat(run.join().asString()).isEqualTo("later");
  }

  private java.util.Map<String, Object> begun() {
    return java.util.Map.of("running", (dev.coachwhip.HostFunction) _ -> null);
  }

  @Test
  @SuppressWarnings("FutureReturnValueIgnored") // the script awaits them
  void await_stageOfAHostFunction_isCompletedOnAnyThread() {
    python
        .engine()
        .registerFunction(
            "platform",
            a -> CompletableFuture.supplyAsync(() -> a.asLong(0), Thread::startVirtualThread));
    python
        .engine()
        .registerFunction(
            "virtual",
            a -> CompletableFuture.supplyAsync(() -> a.asLong(0), t -> new Thread(t).start()));
    assertThat(
            python.run(
                "import asyncio\n"
                    + "await asyncio.gather(*[f(n) for n in range(20) for f in (platform,"
                    + " virtual)]) == [n // 2 for n in range(40)]"))
        .hasToString("True");
  }

  @Test
  void await_twice_givesTheValueTwice() {
    stage(CompletableFuture.completedStage(3));
    assertThat(python.run("[await stage, await stage]")).hasToString("[3, 3]");
  }

  @Test
  void await_failedStage_raisesJavaExceptionWithTheSameObject() {
    HostFailure failure = new HostFailure(4);
    stage(CompletableFuture.failedStage(failure).thenApply(x -> x));
    assertThat(catchThrowable(() -> python.run("await stage"))).hasCause(failure);
    assertThat(
            python.run(
                """
                from coachwhip import JavaException
                try:
                    await stage
                except JavaException as e:
                    result = e.java_class
                """))
        .hasToString(HostFailure.class.getName());
  }

  @Test
  void await_valueThatPythonCannotHold_raises() {
    stage(CompletableFuture.completedStage(new Object()));
    assertThat(catchThrowable(() -> python.run("await stage")))
        .hasCauseInstanceOf(TypeConversionException.class);
  }

  @Test
  void waitFor_timesOut_cancelsTheStage() {
    CompletableFuture<Object> never = new CompletableFuture<>();
    stage(never);
    assertThat(
            python.run(
                """
                import asyncio
                try:
                    await asyncio.wait_for(stage, 0.001)
                except asyncio.TimeoutError:
                    result = 'timeout'
                """))
        .hasToString("timeout");
    assertThat(never).isCancelled();
  }

  @Test
  void cancelInJava_isACancelledErrorInPython() {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    stage(stage);
    python.engine().registerFunction("cancel", _ -> stage.cancel(true));
    assertThat(
            python.run(
                """
                import asyncio
                async def wait():
                    try:
                        await stage
                    except asyncio.CancelledError:
                        return 'cancelled'
                waiting = asyncio.create_task(wait())
                await asyncio.sleep(0)
                cancel()
                await waiting
                """))
        .hasToString("cancelled");
  }

  @Test
  void cancelOfTheCoroutinesFuture_reachesTheStageItAwaits() throws Exception {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    var _ = stage.whenComplete((_, _) -> cancelled.countDown());
    stage(stage);
    CompletableFuture<Object> awaiting = new CompletableFuture<>();
    python.engine().registerFunction("awaiting", _ -> awaiting.complete(true));
    var future = python.run("async def f():\n  awaiting()\n  return await stage\nf()").asFuture();
    awaiting.orTimeout(30, TimeUnit.SECONDS).join();
    future.cancel(true);
    assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(stage).isCancelled();
  }

  @Test
  void completionInsideTheLoopsHostFunction_works() {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    stage(stage);
    python.engine().registerFunction("complete", a -> stage.complete(a.asLong(0)));
    assertThat(
            python.run(
                """
                import asyncio
                async def wait():
                    return await stage
                waiting = asyncio.create_task(wait())
                await asyncio.sleep(0)
                complete(8)
                await waiting
                """))
        .hasToString("8");
  }

  @Test
  void completion_afterTheEngineClosed_isHarmless() {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    try (TestEngine closing = new TestEngine()) {
      closing.engine().setGlobal("stage", stage.minimalCompletionStage());
      var _ =
          closing.run(
              "import asyncio\nt = asyncio.ensure_future(stage)\nawait asyncio.sleep(0)\nNone");
    }
    assertThat(stage.complete("too late")).isTrue();
  }
}

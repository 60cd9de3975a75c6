package dev.coachwhip.tests.asynchronous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.tests.support.Collected;
import dev.coachwhip.tests.support.HostFailure;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be awaited in Python is a future in Java (F3). */
@Tag("python")
class CoroutineFutureTest {

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void define() {
    python.run(
        """
        import asyncio
        seen = []
        async def after(value):
            await asyncio.sleep(0.001)
            return value
        async def fail():
            await asyncio.sleep(0)
            raise ValueError('no')
        async def forever(begun=None):
            try:
                if begun is not None:
                    begun()
                await asyncio.sleep(1000)
            finally:
                seen.append('put away')
        """);
  }

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void coroutine_ofACall_completesTheFuture() {
    assertThat(get(python.engine().call("after", 5).asFuture()).asLong()).isEqualTo(5);
  }

  @Test
  void coroutine_asJavaTypes_isAFuture() throws Exception {
    assertThat(python.run("after('a')").as(CompletableFuture.class).get()).isEqualTo("a");
    assertThat(python.run("after('b')").as(CompletionStage.class).toCompletableFuture().get())
        .isEqualTo("b");
  }

  @Test
  void everythingAwaitable_isAFuture() {
    python.run(
        """
        class Mine:
            def __await__(self):
                yield from asyncio.sleep(0).__await__()
                return 'mine'
        await asyncio.sleep(0)
        task = asyncio.create_task(after('task'))
        future = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_soon(future.set_result, 'future')
        """);
    assertThat(get(python.run("Mine()").asFuture()).asString()).isEqualTo("mine");
    assertThat(get(python.run("task").asFuture()).asString()).isEqualTo("task");
    assertThat(get(python.run("future").asFuture()).asString()).isEqualTo("future");
    assertThat(get(python.run("asyncio.run(asyncio.sleep(0))\nfuture").asFuture()).asString())
        .isEqualTo("future");
  }

  @Test
  void otherValues_areNoFutures() {
    for (String text : List.of("after", "3", "[1]", "asyncio", "(n for n in range(3))")) {
      assertThat(catchThrowable(() -> python.run(text).asFuture()))
          .isInstanceOf(TypeConversionException.class);
    }
  }

  @Test
  void coroutine_raises_completesExceptionally() {
    var error = catchThrowable(() -> get(python.run("fail()").asFuture()));
    assertThat(error).isInstanceOf(CompletionException.class);
    assertThat(error.getCause())
        .isInstanceOfSatisfying(
            ScriptRuntimeException.class, e -> assertThat(e.typeName()).isEqualTo("ValueError"));
  }

  @Test
  void coroutine_hostFunctionThrows_causeIsTheSameObject() {
    HostFailure failure = new HostFailure(1);
    python
        .engine()
        .registerFunction(
            "throwing",
            _ -> {
              throw failure;
            });
    var error = catchThrowable(() -> get(python.run("async def f(): throwing()\nf()").asFuture()));
    assertThat(error.getCause()).hasCause(failure);
  }

  @Test
  void coroutine_askedTwice_isTheSameFuture() {
    python.run("coroutine = after(1)");
    ScriptValue first = python.engine().getGlobal("coroutine");
    CompletableFuture<ScriptValue> future = first.asFuture();
    assertThat(first.asFuture()).isSameAs(future);
    assertThat(python.engine().getGlobal("coroutine").asFuture()).isSameAs(future);
    assertThat(get(future).asLong()).isEqualTo(1);
    assertThat(python.engine().getGlobal("coroutine").asFuture()).isSameAs(future);
  }

  @Test
  void cancel_ofTheFuture_cancelsTheTask() {
    CompletableFuture<Object> begun = new CompletableFuture<>();
    python.engine().registerFunction("begun", _ -> begun.complete(true));
    CompletableFuture<ScriptValue> future = python.run("forever(begun)").asFuture();
    get(begun);
    assertThat(future.cancel(true)).isTrue();
    assertThat(catchThrowable(future::join)).isInstanceOf(CancellationException.class);
    assertThat(python.run("while not seen: await asyncio.sleep(0.001)\nseen"))
        .hasToString("['put away']");
  }

  @Test
  void cancel_beforeTheCoroutineBegan_itNeverRuns() {
    for (int i = 0; i < 100; i++) {
      python.run("forever()").asFuture().cancel(true);
    }
    assertThat(python.run("await asyncio.sleep(0)\nlen(asyncio.all_tasks())").asLong())
        .isEqualTo(1);
  }

  @Test
  void cancelInPython_isACancellation() {
    CompletableFuture<ScriptValue> future =
        python
            .run("await asyncio.sleep(0)\ntask = asyncio.create_task(forever())\ntask")
            .asFuture();
    python.run("await asyncio.sleep(0)\ntask.cancel()");
    assertThat(catchThrowable(() -> get(future))).isInstanceOf(CancellationException.class);
    assertThat(future).isCancelled();
  }

  @Test
  void manyCoroutines_withCallsBetween_allComplete() {
    List<CompletableFuture<ScriptValue>> futures =
        IntStream.range(0, 200)
            .mapToObj(n -> {
              var future = python.engine().call("after", n).asFuture();
              assertThat(python.engine().executeScript("sum(range(10))").asLong()).isEqualTo(45);
              return future;
            })
            .toList();
    for (int n = 0; n < futures.size(); n++) {
      assertThat(get(futures.get(n)).asLong()).isEqualTo(n);
    }
  }

  @Test
  void whatFollows_runsOffTheLoop_andMayWaitForIt() {
    CompletableFuture<Long> chained =
        python
            .run("after(2)")
            .asFuture()
            .thenApply(v -> python.engine().executeScript("await after(40)").asLong() + v.asLong());
    assertThat(get(chained)).isEqualTo(42);
  }

  @Test
  void join_onTheLoopsOwnThread_isRefused() {
    python
        .engine()
        .registerFunction("join", a -> python.engine().call("after", 1).asFuture().join());
    assertThat(catchThrowable(() -> python.run("await asyncio.sleep(0)\njoin()")))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void join_inAHostFunctionOfAPlainScript_works() {
    python.engine().registerFunction("join", a -> get(python.engine().call("after", 1).asFuture()));
    assertThat(python.run("join()").asLong()).isEqualTo(1);
  }

  @Test
  void engineCloses_futuresAreCancelledAndTheThreadEnds() {
    CompletableFuture<ScriptValue> future;
    Thread loop;
    try (TestEngine closing = new TestEngine()) {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      closing.engine().registerFunction("begun", _ -> thread.complete(Thread.currentThread()));
      future =
          closing
              .run(
                  """
                  import asyncio
                  async def forever():
                      begun()
                      await asyncio.sleep(1000)
                  forever()
                  """)
              .asFuture();
      loop = get(thread);
    }
    assertThat(catchThrowable(() -> get(future))).isInstanceOf(CancellationException.class);
    Collected.untilEqual(loop::isAlive, false);
  }

  @Test
  void engineIsClosed_askingIsAnError() {
    ScriptValue coroutine;
    try (TestEngine closing = new TestEngine()) {
      coroutine = closing.run("class A:\n  def __await__(self): yield\nA()");
    }
    assertThat(catchThrowable(coroutine::asFuture)).isInstanceOf(IllegalStateException.class);
  }
}

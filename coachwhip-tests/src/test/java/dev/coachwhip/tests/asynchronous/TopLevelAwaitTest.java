package dev.coachwhip.tests.asynchronous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import dev.coachwhip.error.SourceLocation;
import dev.coachwhip.tests.support.CallerThread;
import dev.coachwhip.tests.support.HostFailure;
import dev.coachwhip.tests.support.TestEngine;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script may await at its top level (F3). */
@Tag("python")
class TopLevelAwaitTest {

  private final TestEngine python = new TestEngine();

  @BeforeEach
  void importAsyncio() {
    python.run(
        """
        import asyncio
        async def numbers(count):
            for n in range(count):
                await asyncio.sleep(0)
                yield n
        class Opened:
            async def __aenter__(self):
                return 'opened'
            async def __aexit__(self, *error):
                print('closed')
        """);
  }

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "await asyncio.sleep(0, 42) | 42",
        "x = await asyncio.sleep(0, 42)\\nx | 42",
        "x = 41\\nx + await asyncio.sleep(0, 1) | 42",
        "result = await asyncio.sleep(0, 42) | 42",
        "if await asyncio.sleep(0, True): result = 42 | 42",
        "await asyncio.sleep(0)\\nx = 1 | None",
        "[n async for n in numbers(3)] | [0, 1, 2]",
        "found = []\\nasync for n in numbers(3): found.append(n)\\nfound | [0, 1, 2]",
        "async with Opened() as o: x = o\\nx | opened",
        "{n: await asyncio.sleep(0, n) for n in range(2)} | {0: 0, 1: 1}",
        "await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)) | [1, 2]",
        "t = asyncio.create_task(asyncio.sleep(0, 5))\\nawait t | 5",
      })
  void await_inEveryPlace_givesTheValue(String text, String expected) {
    assertThat(python.run(text.replace("\\n", "\n"))).hasToString(expected);
  }

  @Test
  void await_afterARunThatSetResult_givesItsOwnResult() {
    python.run("result = 1");
    assertThat(python.run("await asyncio.sleep(0)\nif False: result = 2").isNull()).isTrue();
    assertThat(python.run("await asyncio.sleep(0)\nresult").asLong()).isEqualTo(1);
  }

  @Test
  void await_namesAndOutput_areTheEngines() {
    var outcome =
        python.run(
            """
            import sys
            def f(): return __name__
            y = await asyncio.sleep(0, 7)
            print('printed', y)
            import __main__
            [f(), __main__.y, sys.argv]
            """);
    assertThat(outcome).hasToString("['__main__', 7, ['']]");
    assertThat(python.printed()).isEqualTo("printed 7\n");
    assertThat(python.engine().getGlobal("y").asLong()).isEqualTo(7);
  }

  @Test
  void await_scriptRaises_errorHasPlaceAndFrames() {
    var error =
        catchThrowableOfType(
            ScriptRuntimeException.class,
            () ->
                python
                    .engine()
                    .executeScript(
                        ScriptSource.of(
                            "fit.py",
                            """
                            async def f():
                              await asyncio.sleep(0)
                              return 1 / 0
                            await f()\
                            """)));
    assertThat(error.typeName()).isEqualTo("ZeroDivisionError");
    assertThat(error.location().map(SourceLocation::line)).contains(3);
    assertThat(error.frames()).extracting(f -> f.function()).containsExactly("f", "<module>");
  }

  @Test
  void await_hostFunctionThrows_causeIsTheSameObject() {
    HostFailure failure = new HostFailure(3);
    python
        .engine()
        .registerFunction(
            "fail",
            _ -> {
              throw failure;
            });
    assertThat(catchThrowable(() -> python.run("await asyncio.sleep(0)\nfail()")))
        .hasCause(failure);
  }

  @Test
  void await_hostFunctionCallsTheEngine_isPartOfTheRun() {
    python.engine().registerFunction("run", a -> python.engine().executeScript(a.asString(0)));
    python.engine().registerFunction("call", a -> python.engine().call(a.asString(0), 20));
    assertThat(
            python.run(
                """
                def twice(n): return 2 * n
                await asyncio.sleep(0)
                [run('x = 3'), x, call('twice')]\
                """))
        .hasToString("[None, 3, 40]");
  }

  @Test
  void await_insideAHostFunctionOfAPlainScript_works() {
    python.engine().registerFunction("run", a -> python.engine().executeScript(a.asString(0)));
    assertThat(python.run("run('await asyncio.sleep(0, 3)') + 1").asLong()).isEqualTo(4);
  }

  @Test
  void await_insideAHostFunctionThatTheLoopCalls_isAnErrorAndNoDeadlock() {
    python.engine().registerFunction("run", a -> python.engine().executeScript(a.asString(0)));
    assertThat(
            catchThrowable(
                () -> python.run("await asyncio.sleep(0)\nrun('await asyncio.sleep(0)')")))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("This event loop is already running");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void await_scriptExits_codeIsTheOutcome(int code) {
    String text = "import sys\nawait asyncio.sleep(0)\nsys.exit(" + code + ")";
    if (code == 0) {
      assertThat(python.run(text).asLong()).isZero();
    } else {
      var error = catchThrowableOfType(ScriptRuntimeException.class, () -> python.run(text));
      assertThat(error.exitCode()).isEqualTo(OptionalInt.of(code));
    }
    assertThat(python.run("await asyncio.sleep(0, 1)").asLong()).isEqualTo(1);
  }

  @Test
  void await_onAVirtualThread_works() {
    assertThat(
            CallerThread.virtual(() -> python.engine().executeScript("await asyncio.sleep(0, 9)"))
                .asLong())
        .isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f():\n  await g()",
        "f = lambda: await g()",
        "def f():\n  async with g: pass",
        "class A:\n  await g()",
        "await = 3",
      })
  void await_whereItMayNotBe_isASyntaxError(String text) {
    assertThat(catchThrowable(() -> python.run(text))).isInstanceOf(ScriptSyntaxException.class);
    assertThat(catchThrowable(() -> python.engine().validateScript(text)))
        .isInstanceOf(ScriptSyntaxException.class);
  }

  @Test
  void validate_topLevelAwait_isValid() {
    python.engine().validateScript("await f()\nasync for x in g(): pass\nasync with h: pass");
  }

  @Test
  void plainScript_thatOnlySpeaksOfAwait_runsOnItsOwnThread() {
    assertThat(
            python
                .run(
                    """
                    import threading
                    # await, async
                    plain = threading.get_ident()
                    async def f(): await asyncio.sleep(0)
                    'await'
                    """)
                .asString())
        .isEqualTo("await");
    python.run("loops = await asyncio.sleep(0, threading.get_ident())");
    assertThat(python.run("plain != loops").asBoolean()).isTrue();
  }

  @Test
  void plainScript_runsALoopOfItsOwn_asBefore() {
    assertThat(python.run("asyncio.run(asyncio.sleep(0, 5))").asLong()).isEqualTo(5);
    assertThat(python.run("await asyncio.sleep(0, 6)").asLong()).isEqualTo(6);
    assertThat(python.run("asyncio.run(asyncio.sleep(0, 7))").asLong()).isEqualTo(7);
  }

  @Test
  void runInsideTheLoop_isPythonsOwnError() {
    var error =
        catchThrowable(() ->
            python.run(
                """
                await asyncio.sleep(0)
                c = asyncio.sleep(0)
                try: asyncio.run(c)
                finally: c.close()\
                """));
    assertThat(error)
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("asyncio.run() cannot be called from a running event loop");
  }

  @Test
  void tasks_leftBehind_goOnBetweenRuns() {
    python.run(
        """
        ticks = asyncio.Queue()
        async def tick():
            for n in range(5):
                await asyncio.sleep(0.001)
                ticks.put_nowait(n)
        ticking = asyncio.create_task(tick())
        await asyncio.sleep(0)
        """);
    assertThat(python.run("[await ticks.get() for _ in range(5)]")).hasToString("[0, 1, 2, 3, 4]");
    assertThat(python.run("await ticking\nticking.done()").asBoolean()).isTrue();
  }

  @Test
  void loop_isOneForTheEngineAndNotAnothers() {
    python.run("first = await asyncio.sleep(0, asyncio.get_running_loop())");
    assertThat(
            python.run("await asyncio.sleep(0)\nasyncio.get_running_loop() is first").asBoolean())
        .isTrue();
    try (TestEngine other = new TestEngine()) {
      String id = "import asyncio\nawait asyncio.sleep(0)\nid(asyncio.get_running_loop())";
      assertThat(other.run(id).asLong()).isNotEqualTo(python.run(id).asLong());
    }
  }

  @Test
  void contextVariables_ofOneRun_areNotSeenByTheNext() {
    python.run("import contextvars\nv = contextvars.ContextVar('v', default='none')");
    String text =
        """
        async def child(): return v.get()
        before = v.get()
        v.set('mine')
        [before, await child(), await asyncio.create_task(child())]
        """;
    assertThat(python.run(text)).hasToString("['none', 'mine', 'mine']");
    assertThat(python.run(text)).hasToString("['none', 'mine', 'mine']");
  }

  @Test
  void threadsOfTheLoop_belongToTheEngine() {
    assertThat(
            python.run(
                """
                def work():
                    print('from a worker')
                    return 4
                await asyncio.get_running_loop().run_in_executor(None, work)
                """))
        .hasToString("4");
    assertThat(python.printed()).isEqualTo("from a worker\n");
  }

  @Test
  void queuedRuns_comeInOrder() {
    python.run("order = []");
    var runs =
        List.of(1, 2, 3, 4).stream()
            .map(n ->
                python
                    .engine()
                    .start(
                        ScriptSource.of(
                            "await asyncio.sleep(0.001 * (5 - %d))\norder.append(%d)"
                                .formatted(n, n))))
            .toList();
    runs.forEach(run -> run.join());
    assertThat(python.run("order")).hasToString("[1, 2, 3, 4]");
  }
}

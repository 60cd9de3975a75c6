package dev.coachwhip.tests.limits;

import static dev.coachwhip.tests.limits.LimitedEngine.exceeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit of nested calls stops recursion before Python's own limit does. */
@Tag("python")
@Timeout(60)
class CallDepthLimitTest {

  private static final String DOWN = "def down(n):\n  return 0 if n == 1 else 1 + down(n - 1)\n";

  private static TestEngine withDepth(int most) {
    return LimitedEngine.with(ScriptLimits.none().withMaxCallDepth(most));
  }

  @Test
  void maxCallDepth_oneCallTooDeep_isStopped() {
    try (TestEngine python = withDepth(20)) {
      assertThat(python.run(DOWN + "down(20)").asLong()).isEqualTo(19);
      LimitExceededException error = Objects.requireNonNull(exceeded(python, DOWN + "down(21)"));
      assertThat(error)
          .hasMessage("the script nested calls beyond its maxCallDepth limit of 20 calls");
      assertThat(error.limit()).isEqualTo("maxCallDepth");
      assertThat(error.amount()).isEqualTo("20 calls");
      assertThat(python.run(DOWN + "down(20)").asLong()).isEqualTo(19);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(): f()\nf()",
        "def f():\n  try: f()\n  except BaseException: f()\nf()",
        "def f(n):\n  yield from f(n + 1)\nlist(f(0))",
        "f = lambda: f()\nf()",
        "class A:\n  def __getattr__(self, name): return getattr(self, name + 'x')\nA().x",
        "class A:\n  def __repr__(self): return repr(self)\nrepr(A())",
        "async def f(): await f()\nimport asyncio\nasyncio.run(f())",
        "async def f(): await f()\nawait f()",
        "again()",
      })
  void maxCallDepth_endlessRecursion_isStopped(String text) {
    try (TestEngine python = withDepth(50)) {
      python.engine().registerFunction("again", _ -> python.engine().executeScript("again()"));
      assertThat(exceeded(python, text)).isNotNull();
      assertThat(python.isUsable()).isTrue();
    }
  }

  @Test
  void maxCallDepth_manyCallsOneAfterTheOther_areFine() {
    try (TestEngine python = withDepth(5)) {
      String text =
          """
          def f(n):
            if n % 7 == 0: raise ValueError
            return n
          def g():
            for i in range(10): yield i
          for i in range(2000):
            try: f(i)
            except ValueError: pass
            for _ in g(): break
            sum(x for x in g())
          print(*map(str, g()))
          """;
      assertThat(exceeded(python, text)).isNull();
    }
  }

  @Test
  void maxCallDepth_abovePythonsOwn_leavesRecursionError() {
    try (TestEngine python = withDepth(1_000_000)) {
      Throwable error = catchThrowable(() -> python.run("def f(): f()\nf()"));
      assertThat(error)
          .isInstanceOfSatisfying(
              ScriptRuntimeException.class,
              e -> assertThat(e.typeName()).isEqualTo("RecursionError"));
    }
  }

  @Test
  void maxCallDepth_thread_hasItsOwnDepth() {
    try (TestEngine python = withDepth(30)) {
      String text =
          DOWN
              + """
              import threading
              def nested(n):
                if n: return nested(n - 1)
                t = threading.Thread(target=down, args=(15,))
                t.start()
                t.join()
              nested(15)
              """;
      assertThat(exceeded(python, text)).isNull();
    }
  }
}

package dev.coachwhip.tests.limits;

import static dev.coachwhip.tests.limits.LimitedEngine.exceeded;
import static dev.coachwhip.tests.limits.LimitedEngine.withOperations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit of operations stops what goes on for long, whatever it is. */
@Tag("python")
@Timeout(60)
class OperationLimitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "while True:\n  pass",
        "while True:\n\n  continue",
        "[i for i in iter(int, 1)]",
        "{i: 0 for i in iter(int, 1)}",
        "sum(i for i in iter(int, 1))",
        "sum(1 for i in range(10**9))",
        "def f():\n  return 1\nwhile True: f()",
        "def f():\n  while True: pass\nf()",
        "for _ in map(lambda x: x, iter(int, 1)): pass",
        "def g():\n  while True: yield 1\nfor _ in g(): pass",
        "class A:\n  while True:\n    pass",
        "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
        "try:\n  while True: pass\nfinally:\n  while True: pass",
        "try:\n  while True: pass\nexcept BaseException: pass",
        "while True:\n  try:\n    1 / 0\n  except Exception:\n    pass",
        "exec('while True: pass')",
        "eval('[0 for _ in iter(int, 1)]')",
        "sorted([3, 2, 1] * 100000, key=lambda x: x)",
        "import re\nre.sub('a', lambda m: 'b', 'a' * 100000)",
        "class A:\n  def __lt__(self, o): return True\nsorted([A() for _ in range(50000)])",
        "def f():\n  try: f()\n  except RecursionError: pass\nwhile True: f()",
        "import time\nwhile True: time.sleep(0)",
        "import asyncio\nasync def f():\n  while True: await asyncio.sleep(0)\nasyncio.run(f())",
        "import asyncio\nwhile True: await asyncio.sleep(0)",
        "async def f():\n  while True: pass\nawait f()",
        "import threading\nt = threading.Thread(target=exec, args=('while True: pass',))\n"
            + "t.start()\nt.join()",
        "import threading\ndef f():\n  while True: pass\nt = threading.Thread(target=f)\n"
            + "t.start()\nwhile t.is_alive(): t.join(0.001)",
      })
  void maxOperations_endlessScript_isStopped(String text) {
    try (TestEngine python = withOperations(30_000)) {
      LimitExceededException error = Objects.requireNonNull(exceeded(python, text));
      assertThat(error)
          .hasMessage("the script did more than its maxOperations limit of 30000 operations");
      assertThat(error.limit()).isEqualTo("maxOperations");
      assertThat(error.amount()).isEqualTo("30000 operations");
      assertThat(python.isUsable()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "total = 0\nfor i in range(10):\n  total += i\ntotal", // 1 call, 1 + 11 + 10 + 2 lines
        "print('x')\n" // what our streams do is not the script's doing
            + "def f():\n  return 1\nf()\nf()\n[f() for _ in range(3)]\n1",
      })
  void maxOperations_justEnough_isTheSameInEachRun(String text) {
    long needed = 1;
    while (!endsWithin(needed, text)) {
      needed++;
      assertThat(needed).isLessThan(100);
    }
    assertThat(needed).isBetween(20L, 32L);
    try (TestEngine python = withOperations(needed)) {
      for (int i = 0; i < 3; i++) {
        python.run(text);
      }
    }
  }

  private static boolean endsWithin(long operations, String text) {
    try (TestEngine python = withOperations(operations)) {
      return exceeded(python, text) == null;
    }
  }

  @Test
  void maxOperations_exceededInAFunction_saysWhere() {
    try (TestEngine python = withOperations(1000)) {
      LimitExceededException error =
          Objects.requireNonNull(
              exceeded(python, "def f():\n  for i in range(10**6):\n    x = i\n\nf()"));
      assertThat(error.location().orElseThrow().line()).isBetween(2, 3);
      assertThat(error.frames()).hasSize(2);
    }
  }

  @Test
  void maxOperations_firstStop_letsTheScriptCleanUp() {
    try (TestEngine python = withOperations(1000)) {
      assertThat(exceeded(python, "try:\n  n = 0\n  while True: n += 1\nfinally:\n  cleaned = [1]"))
          .isNotNull();
      assertThat(python.engine().getGlobal("cleaned").asList()).hasSize(1);
    }
  }

  @Test
  void maxOperations_call_countsTheFunction() {
    try (TestEngine python = withOperations(1000)) {
      python.run("def f(n):\n  for i in range(n): pass\n  return n");
      assertThat(python.engine().call("f", 100).asLong()).isEqualTo(100);
      assertThat(catchThrowable(() -> python.engine().call("f", 100_000)))
          .isInstanceOf(LimitExceededException.class);
      assertThat(python.engine().call("f", 100).asLong()).isEqualTo(100);
    }
  }

  @Test
  void maxOperations_hostFunctionCallsBack_countsForTheRun() {
    try (TestEngine python = withOperations(1000)) {
      python.engine().registerFunction("again", _ -> python.engine().call("work"));
      assertThat(
              exceeded(
                  python, "def work():\n  for i in range(100): pass\nfor i in range(30): again()"))
          .isNotNull();
      assertThat(exceeded(python, "again()")).isNull();
    }
  }

  @Test
  void maxOperations_otherEngineInAHostFunction_countsForTheOuterRun() {
    try (TestEngine outer = withOperations(1000);
        TestEngine inner = new TestEngine()) {
      outer
          .engine()
          .registerFunction("other", _ -> inner.engine().executeScript("while True: pass"));
      assertThat(exceeded(outer, "other()")).isNotNull();
      assertThat(inner.isUsable()).isTrue();
      assertThat(outer.isUsable()).isTrue();
    }
  }

  @Test
  void maxOperations_otherEngines_countForThemselves() throws InterruptedException {
    try (TestEngine few = withOperations(1000);
        TestEngine many = withOperations(10_000_000);
        TestEngine unlimited = new TestEngine()) {
      ScriptSource work = ScriptSource.of("n = 0\nfor i in range(100000):\n  n += 1\nn");
      ScriptRun counted = many.engine().start(work);
      ScriptRun free = unlimited.engine().start(work);
      for (int i = 0; i < 20; i++) {
        assertThat(exceeded(few, "while True: pass")).isNotNull();
        assertThat(few.isUsable()).isTrue();
      }
      assertThat(counted.join().asLong()).isEqualTo(100_000);
      assertThat(free.join().asLong()).isEqualTo(100_000);
    }
  }

  @Test
  void maxOperations_threadLeftBehind_isNotStoppedByLaterRuns() {
    try (TestEngine python = withOperations(5_000)) {
      AtomicBoolean go = new AtomicBoolean();
      AtomicLong seen = new AtomicLong();
      python.engine().registerFunction("waits", _ -> !go.get());
      python.engine().registerFunction("seen", a -> seen.addAndGet(a.asLong(0)));
      python.run(
          """
          import threading, time
          def left():
            while waits(): time.sleep(0.001)
            n = 0
            for i in range(20000): n += 1
            seen(n)
          thread = threading.Thread(target=left)
          thread.start()
          """);
      go.set(true);
      python.run("thread.join()");
      assertThat(seen).hasValue(20_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import sys\nsys.settrace(None)\nwhile True: pass",
        "import sys\nsys.settrace(lambda *a: None)\nwhile True: pass",
        "import sys\nsys.settrace(None)",
        "import sys\nsys._getframe().f_trace_lines = False\nwhile True:\n  x = 1",
      })
  void maxOperations_scriptSwitchesCountingOff_isStopped(String text) {
    try (TestEngine python = withOperations(1_000_000)) {
      assertThat(exceeded(python, text)).isNotNull();
      assertThat(python.isUsable()).isTrue();
    }
  }

  @Test
  void maxOperations_failingScript_failsAsUsual() {
    try (TestEngine python = withOperations(100)) {
      assertThat(catchThrowable(() -> python.run("1 / 0")))
          .isInstanceOf(ScriptRuntimeException.class);
    }
  }

  @Test
  void run_afterALimitedOne_isNotTraced() {
    try (TestEngine python = withOperations(1000);
        TestEngine other = new TestEngine()) {
      assertThat(exceeded(python, "while True: pass")).isNotNull();
      String traced = "import sys\nsys.gettrace() is None";
      assertThat(other.run(traced).asBoolean()).isTrue();
      long few = 1000;
      try (TestEngine next = withOperations(few)) {
        assertThat(exceeded(next, "for i in range(300):\n  x = i")).isNull();
      }
      assertThat(other.run("n = 0\nfor i in range(100000): n += 1\nn").asLong()).isEqualTo(100_000);
    }
  }
}

package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.EngineStatus;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that catch every stop, which ends them all the same. */
@Tag("python")
@Timeout(60)
class CaughtStopTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
        "while True:\n  try:\n    while True: pass\n  except Exception: pass\n  except: continue",
        """
        def f():
          while True:
            try:
              while True:
                try:
                  while True: pass
                except BaseException: pass
                finally: x = 1
            except BaseException: pass
            finally:
              try: y = 2
              except BaseException: pass
        f()
        """,
        """
        import time
        while True:
          try:
            while True: time.sleep(60)
          except BaseException: pass
        """,
        "def f():\n  try:\n    while True: pass\n  finally:\n    f()\nf()",
        """
        class Swallow:
          def __enter__(self): return self
          def __exit__(self, *args): return True
        while True:
          with Swallow():
            while True: pass
        """,
        """
        import contextlib
        while True:
          with contextlib.suppress(BaseException):
            while True: pass
        """
      })
  void cancel_ofScriptThatCatchesEveryStop_stopsItAndNotTheNextRun(String loop) throws Exception {
    try (ScriptEngine engine = ScriptEngines.create("python")) {
      CountDownLatch begun = new CountDownLatch(1);
      engine.registerFunction(
          "begun",
          _ -> {
            begun.countDown();
            return null;
          });
      ScriptRun run = engine.start(ScriptSource.of("begun()\n" + loop));
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(run.cancel(Duration.ofSeconds(20))).isEqualTo(CancelOutcome.STOPPED);
      assertThat(engine.status()).isEqualTo(EngineStatus.READY);
      assertThat(
              engine
                  .executeScript(
                      "n = 0\nfor i in range(1000):\n  try: n += i\n  except BaseException: n = -1\nn")
                  .asLong())
          .isEqualTo(499500);
    }
  }
}

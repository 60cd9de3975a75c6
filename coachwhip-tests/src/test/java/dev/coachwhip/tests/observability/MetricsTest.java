package dev.coachwhip.tests.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.EngineMetrics;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.SwappableScriptEngine;
import dev.coachwhip.tests.support.Latches;
import dev.coachwhip.tests.support.TestEngine;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine tells what it has done. */
@Tag("python")
@Timeout(60)
class MetricsTest {

  private static EngineMetrics metrics(TestEngine python) {
    return python.engine().metrics();
  }

  @Test
  void runs_succeedFailAndAreCancelled_areCounted() {
    try (TestEngine python = new TestEngine()) {
      assertThat(metrics(python).runs()).isZero();
      python.run("def f(): return 1");
      python.engine().call("f");
      assertThat(catchThrowable(() -> python.run("1 / 0"))).isNotNull();
      CountDownLatch running = new CountDownLatch(1);
      python
          .engine()
          .registerFunction(
              "running",
              _ -> {
                running.countDown();
                return null;
              });
      ScriptRun run = python.engine().start(ScriptSource.of("running()\nwhile True: pass"));
      boolean _ = Latches.awaitUninterruptibly(running);
      run.cancel(Duration.ofSeconds(20));
      EngineMetrics metrics = metrics(python);
      assertThat(metrics.runs()).isEqualTo(4);
      assertThat(metrics.failures()).isEqualTo(1);
      assertThat(metrics.cancellations()).isEqualTo(1);
    }
  }

  @Test
  void runTime_longRun_isAboutRight() {
    try (TestEngine python = new TestEngine()) {
      python.run("import time\ntime.sleep(0.3)");
      assertThat(metrics(python).runTime())
          .isBetween(Duration.ofMillis(200), Duration.ofMillis(5000));
    }
  }

  @Test
  void queue_runsWait_areCountedAndTimed() {
    try (TestEngine python = new TestEngine()) {
      CountDownLatch go = new CountDownLatch(1);
      CountDownLatch reached = new CountDownLatch(1);
      python
          .engine()
          .registerFunction(
              "gate",
              _ -> {
                reached.countDown();
                return go.await(30, TimeUnit.SECONDS);
              });
      ScriptRun first = python.engine().start(ScriptSource.of("gate()"));
      boolean _ = Latches.awaitUninterruptibly(reached);
      assertThat(metrics(python).queueTime()).isZero();
      ScriptRun second = python.engine().start(ScriptSource.of("2"));
      ScriptRun third = python.engine().start(ScriptSource.of("3"));
      assertThat(metrics(python).queuedNow()).isEqualTo(2);
      third.cancel(Duration.ofSeconds(20));
      assertThat(metrics(python).queuedNow()).isEqualTo(1);
      go.countDown();
      first.join();
      second.join();
      assertThat(metrics(python).queuedNow()).isZero();
      assertThat(metrics(python).queueTime()).isPositive();
      assertThat(metrics(python).runs()).isEqualTo(2);
    }
  }

  @Test
  void conversions_bothWays_areCountedOnceForAllThatIsInside() {
    try (TestEngine python = new TestEngine()) {
      python.engine().setGlobal("x", java.util.List.of(1, 2, 3));
      python.run("x"); // and its result
      python.engine().registerFunction("f", a -> a.asLong(0));
      python.run("f(7)");
      EngineMetrics metrics = metrics(python);
      assertThat(metrics.conversionsToScript()).isEqualTo(2); // x, and what f returns
      assertThat(metrics.conversionsFromScript()).isEqualTo(3);
    }
  }

  @Test
  void references_heldByValues_areCounted() {
    try (TestEngine python = new TestEngine()) {
      long before = metrics(python).liveReferences();
      ScriptValue held = python.run("object()");
      try {
        assertThat(metrics(python).liveReferences()).isGreaterThan(before);
        assertThat(metrics(python).pendingReleases()).isNotNegative();
      } finally {
        Reference.reachabilityFence(held);
      }
    }
  }

  @Test
  void metrics_afterASwap_goOn() {
    try (SwappableScriptEngine engine = ScriptEngines.swappable("python")) {
      engine.executeScript("1");
      engine.swapTo("python");
      engine.executeScript("2");
      assertThat(engine.metrics().runs()).isEqualTo(2);
    }
  }

  @Test
  void metrics_closedEngine_areStillThere() {
    ScriptEngine engine = ScriptEngines.create("python");
    engine.executeScript("1");
    engine.close();
    assertThat(engine.metrics().runs()).isEqualTo(1);
  }
}

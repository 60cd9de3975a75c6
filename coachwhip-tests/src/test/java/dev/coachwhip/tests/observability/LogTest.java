package dev.coachwhip.tests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.tests.support.Latches;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator should look at is in the program's log. */
@Tag("python")
@Timeout(60)
class LogTest {

  private static final class Records extends Handler {
    final BlockingQueue<LogRecord> all = new LinkedBlockingQueue<>();

    @Override
    public void publish(LogRecord logged) {
      all.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void stuckRun_isLoggedOnce() throws InterruptedException {
    Logger logger = Logger.getLogger("dev.coachwhip.python");
    Records records = new Records();
    logger.addHandler(records);
    logger.setUseParentHandlers(false);
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (TestEngine python = new TestEngine()) {
      python
          .engine()
          .registerFunction(
              "block",
              _ -> {
                blocked.countDown();
                return Latches.awaitUninterruptibly(release);
              });
      ScriptRun run = python.engine().start(ScriptSource.of("<blocks>", "block()"));
      boolean _ = Latches.awaitUninterruptibly(blocked);
      assertThat(run.cancel(Duration.ofMillis(10))).isEqualTo(CancelOutcome.STILL_RUNNING);
      LogRecord logged = records.all.poll(20, TimeUnit.SECONDS);
      release.countDown();
      assertThat(logged).isNotNull();
      assertThat(logged.getLevel()).isEqualTo(Level.WARNING);
      assertThat(logged.getMessage()).contains("a run is stuck: <blocks> was asked to stop");
    } finally {
      release.countDown();
      logger.removeHandler(records);
      logger.setUseParentHandlers(true);
    }
    assertThat(records.all).isEmpty();
  }
}

package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("python")
@Timeout(60)
class BlockedScriptTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  private final TestEngine python = new TestEngine();

  @AfterEach
  void close() {
    assertThat(python.isUsable()).isTrue();
    python.close();
  }

  @ParameterizedTest
  @EnumSource
  void cancel_scriptThatWaits_isStopped(BlockedScript script) {
    RunningScript running = new RunningScript(python.engine());
    ScriptRun run = python.engine().start(ScriptSource.of(script.text()));
    running.await();
    long t = System.nanoTime();
    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    System.out.println(script + " " + (System.nanoTime() - t) / 1000 + " us");
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
  }
}

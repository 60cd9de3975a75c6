package dev.coachwhip.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptsTest {

  private final AtomicInteger halted = new AtomicInteger(-1);
  private final AtomicInteger told = new AtomicInteger();
  private final Interrupts interrupts =
      new Interrupts(
          new Surroundings(
              InputStream.nullInputStream(),
              new PrintStream(OutputStream.nullOutputStream()),
              new PrintStream(OutputStream.nullOutputStream()),
              () -> false,
              halted::set),
          told::incrementAndGet);
  private final ScriptEngine engine = ScriptEngines.create("fake");

  private ScriptRun watched(String script) {
    ScriptRun run = engine.start(ScriptSource.of(script));
    interrupts.watch(run);
    return run;
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void interrupt_runningScript_cancelsItAndGoesOn() {
    ScriptRun run = watched("wait");
    interrupts.interrupt();
    assertThatThrownBy(run::join).isInstanceOf(ScriptCancelledException.class);
    assertThat(interrupts.happened()).isTrue();
    assertThat(halted).hasValue(-1);
  }

  @Test
  void interrupt_nothingRuns_halts() {
    interrupts.interrupt();
    assertThat(halted).hasValue(130);
    assertThat(told).hasValue(1);
  }

  @Test
  void interrupt_ignored_changesNothing() {
    interrupts.setIgnored(true);
    interrupts.interrupt();
    assertThat(halted).hasValue(-1);
    interrupts.setIgnored(false);
    interrupts.interrupt();
    assertThat(halted).hasValue(130);
  }

  @Test
  void interrupt_secondTime_halts() {
    watched("wait");
    interrupts.interrupt();
    interrupts.interrupt();
    assertThat(halted).hasValue(130);
  }

  @Test
  void interrupt_scriptThatDoesNotStop_halts() {
    watched("stuck");
    interrupts.interrupt();
    assertThat(halted).hasValue(130);
  }

  @Test
  void watch_nextRun_forgetsTheInterrupt() {
    watched("wait");
    interrupts.interrupt();
    watched("wait");
    assertThat(interrupts.happened()).isFalse();
    interrupts.interrupt();
    assertThat(halted).hasValue(-1);
  }
}

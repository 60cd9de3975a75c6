package dev.coachwhip.tests.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.CancelOutcome;
import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.SwappableScriptEngine;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.CallerThread;
import dev.coachwhip.tests.support.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Methods of Java objects that block, on which threads they run, and hot swaps (V). */
@Tag("python")
class ExposedControlTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestEngine python = new TestEngine();
  private final CountDownLatch entered = new CountDownLatch(1);

  @AfterEach
  void close() {
    python.close();
  }

  /** Something to wait for. */
  public interface Gate {
    /** Waits for ever. */
    void pass() throws InterruptedException;
  }

  private final class ClosedGate implements Gate, Iterator<String> {
    @Override
    public void pass() throws InterruptedException {
      entered.countDown();
      new CountDownLatch(1).await();
    }

    @Override
    public boolean hasNext() {
      entered.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return false;
    }

    @Override
    public String next() {
      throw new UnsupportedOperationException();
    }
  }

  private void assertThatACancelStops(String script) throws InterruptedException {
    ScriptRun run = python.engine().start(ScriptSource.of(script));
    entered.await();

    assertThat(run.cancel(LONG)).isEqualTo(CancelOutcome.STOPPED);
    assertThatThrownBy(run::join).isInstanceOf(ScriptCancelledException.class);
    assertThat(python.isUsable()).isTrue();
  }

  @Test
  void methodThatBlocks_cancelled_isWoken() throws InterruptedException {
    python.engine().setGlobal("gate", Exposed.of(new ClosedGate(), Gate.class));

    assertThatACancelStops("gate.pass_()");
  }

  @Test
  void iteratorThatBlocks_cancelled_isWoken() throws InterruptedException {
    python.engine().setGlobal("it", new ClosedGate());

    assertThatACancelStops("list(it)");
  }

  @Test
  void methodThatBlocks_inOneEngine_leavesOthersRunning() throws InterruptedException {
    python.engine().setGlobal("gate", Exposed.of(new ClosedGate(), Gate.class));
    ScriptRun run = python.engine().start(ScriptSource.of("gate.pass_()"));
    entered.await();

    try (TestEngine other = new TestEngine()) {
      assertThat(other.isUsable()).isTrue();
    }
    run.cancel(LONG);
  }

  @Test
  void object_usedByAVirtualThreadAndByAThreadOfTheScript_works() {
    python.engine().setGlobal("stage", Exposed.of(new SimulatedStage(), Stage.class));

    assertThat(CallerThread.virtual(() -> python.engine().executeScript("stage.join('a', 'b')")))
        .hasToString("a-b");
    assertThat(
            python.run(
                """
                import threading
                found = []
                threads = [threading.Thread(target=lambda: found.append(stage.join('x', 'y'))) for _ in range(4)]
                [t.start() for t in threads]
                [t.join() for t in threads]
                found
                """))
        .hasToString("['x-y', 'x-y', 'x-y', 'x-y']");
  }

  @Test
  void objectAndView_inAHotSwap_moveAlong() {
    List<Object> list = new ArrayList<>();
    try (SwappableScriptEngine engine = ScriptEngines.swappable("python")) {
      engine.setGlobal("stage", Exposed.of(new SimulatedStage(), Stage.class));
      engine.setGlobal("l", Exposed.live(list));

      engine.swapTo("python");

      assertThat(engine.executeScript("l.append(stage.join('a', 'b')); l[0]")).hasToString("a-b");
      assertThat(list).containsExactly("a-b");
    }
  }
}

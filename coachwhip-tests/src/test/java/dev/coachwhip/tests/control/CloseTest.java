package dev.coachwhip.tests.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coachwhip.RunState;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.tests.support.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closing an engine in the middle of things (E5, E7). */
@Tag("python")
class CloseTest {

  private final TestEngine python = new TestEngine();
  private final ScriptEngine engine = python.engine();

  @Test
  void close_whileAStartedScriptRuns_stopsIt() {
    RunningScript running = new RunningScript(engine);
    ScriptRun run = engine.start(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    engine.close();
    assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void close_whileOthersWait_failsAllOfThem() {
    RunningScript running = new RunningScript(engine);
    List<CompletableFuture<Throwable>> errors = new ArrayList<>();
    ScriptRun first = engine.start(ScriptSource.of("running()\nwhile True: pass"));
    running.await();
    List<ScriptRun> queued = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      queued.add(engine.start(ScriptSource.of("began = True")));
      errors.add(waiting(Thread.ofVirtual()));
      errors.add(waiting(Thread.ofPlatform()));
    }
    engine.close();
    assertThat(catchThrowable(first::join)).isInstanceOf(ScriptCancelledException.class);
    for (ScriptRun run : queued) {
      assertThat(catchThrowable(run::join)).isInstanceOf(ScriptCancelledException.class);
    }
    for (CompletableFuture<Throwable> error : errors) {
      // A thread that came only after the close is told that the engine is closed.
      assertThat(error.orTimeout(30, TimeUnit.SECONDS).join())
          .isInstanceOfAny(ScriptCancelledException.class, IllegalStateException.class);
    }
  }

  private CompletableFuture<Throwable> waiting(Thread.Builder builder) {
    CompletableFuture<Throwable> error = new CompletableFuture<>();
    builder.start(
        () -> error.complete(catchThrowable(() -> engine.executeScript("while True: pass"))));
    return error;
  }

  @Test
  void close_twiceAndByManyThreads_doesNotFail() throws InterruptedException {
    List<CompletableFuture<Throwable>> results = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Throwable> result = new CompletableFuture<>();
      results.add(result);
      Thread.Builder builder = i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform();
      builder.start(() -> result.complete(catchThrowable(engine::close)));
    }
    for (CompletableFuture<Throwable> result : results) {
      assertThat(result.orTimeout(30, TimeUnit.SECONDS).join()).isNull();
    }
  }

  @Test
  void everyMethod_afterClose_saysThatTheEngineIsClosed() {
    engine.close();
    List<Runnable> calls =
        List.of(
            () -> engine.executeScript("1"),
            () -> engine.start(ScriptSource.of("1")),
            () -> {
              var _ = engine.executeScriptAsync(ScriptSource.of("1"));
            },
            () -> engine.validateScript("1"),
            () -> engine.call("f"),
            () -> engine.registerFunction("f", _ -> 1),
            () -> engine.setGlobal("x", 1),
            () -> engine.getGlobal("x"),
            engine::globalNames,
            engine::clearGlobals);
    for (Runnable call : calls) {
      assertThat(catchThrowable(call::run)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(engine.backendName()).isEqualTo("python");
    assertThat(engine.capabilities()).isNotNull();
  }

  @Test
  void close_withScriptsThreadsAlive_leavesOtherEnginesWorking() {
    engine.executeScript(
        """
        import threading
        stop = threading.Event()
        import builtins
        builtins.stop_event = stop
        threading.Thread(target=lambda: stop.wait(30)).start()
        """);
    engine.close();
    try (TestEngine other = new TestEngine()) {
      assertThat(other.isUsable()).isTrue();
      other.run("import builtins\nbuiltins.stop_event.set()\ndel builtins.stop_event");
      assertThat(other.engine().globalNames()).isEqualTo(Set.of("builtins"));
    }
  }
}

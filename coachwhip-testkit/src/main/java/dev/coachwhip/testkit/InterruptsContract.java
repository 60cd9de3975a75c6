package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coachwhip.Capability;
import dev.coachwhip.RunState;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Interrupting the thread that waits for a script. */
interface InterruptsContract extends ContractFixture {

  /** What a thread saw when its call ended: the exception, and whether it was still interrupted. */
  record Ending(Throwable error, boolean interrupted) {}

  private static Thread startThread(boolean virtual, Runnable call, CompletableFuture<Ending> end) {
    Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
    return builder.start(() -> {
      try {
        call.run();
        end.completeExceptionally(new AssertionError("the call was not stopped"));
      } catch (Throwable t) {
        end.complete(new Ending(t, Thread.currentThread().isInterrupted()));
      }
    });
  }

  private String endlessAfter(CountDownLatch running) {
    engine()
        .registerFunction(
            "running",
            _ -> {
              running.countDown();
              return null;
            });
    return dialect()
        .lines(dialect().assign("ignored", dialect().call("running")), dialect().endless());
  }

  private static void checkStopped(CompletableFuture<Ending> end) {
    assertThat(end.join().error()).isInstanceOf(ScriptCancelledException.class);
    assertThat(end.join().interrupted()).isTrue();
  }

  @TestFactory
  @DisplayName("E5 interrupting the calling thread stops the script")
  default Stream<DynamicTest> executeScript_callerInterrupted_stopsTheScript() {
    return Stream.of(false, true)
        .map(virtual ->
            dynamicTest(
                virtual ? "virtual" : "platform",
                () -> {
                  need(Capability.CANCEL);
                  CountDownLatch running = new CountDownLatch(1);
                  String script = endlessAfter(running);
                  CompletableFuture<Ending> end = new CompletableFuture<>();
                  Thread caller = startThread(virtual, () -> engine().executeScript(script), end);
                  running.await();
                  caller.interrupt();
                  checkStopped(end);
                  assertThat(run(dialect().sumBelow(10)).asLong()).isEqualTo(45);
                }));
  }

  @TestFactory
  @DisplayName("E5 interrupting a thread that waits for its turn gives the turn up")
  default Stream<DynamicTest> executeScript_interruptedInQueue_neverRuns() {
    return Stream.of(false, true)
        .map(virtual ->
            dynamicTest(
                virtual ? "virtual" : "platform",
                () -> {
                  Gate gate = Gate.in(engine());
                  ScriptRun first =
                      engine().start(ScriptSource.of(dialect().result(dialect().call("gate"))));
                  gate.awaitReached();
                  CompletableFuture<Ending> end = new CompletableFuture<>();
                  Thread caller =
                      startThread(virtual, () -> run(dialect().assign("ran", "1")), end);
                  Gate.awaitWaiting(caller);
                  caller.interrupt();
                  checkStopped(end);
                  gate.open();
                  first.join();
                  assertThat(engine().globalNames()).doesNotContain("ran");
                }));
  }

  @Test
  @DisplayName("E5 interrupting the thread that joins a run stops the script")
  default void join_interrupted_stopsTheScript() throws Exception {
    need(Capability.CANCEL);
    CountDownLatch running = new CountDownLatch(1);
    ScriptRun run = engine().start(ScriptSource.of(endlessAfter(running)));
    CompletableFuture<Ending> end = new CompletableFuture<>();
    Thread joiner = startThread(true, run::join, end);
    running.await();
    joiner.interrupt();
    checkStopped(end);
    run(dialect().sumBelow(10)); // in turn after it
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
  }
}

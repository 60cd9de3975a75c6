package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.ScriptEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Any thread, platform or virtual. */
interface ThreadsContract extends ContractFixture {

  /** Runs a task on many threads at once, half of them virtual; fails as the first of them did. */
  private static void onThreads(int count, Runnable task) {
    List<CompletableFuture<Void>> threads =
        IntStream.range(0, count)
            .mapToObj(i -> {
              Executor executor =
                  i % 2 == 0 ? Thread::startVirtualThread : r -> Thread.ofPlatform().start(r);
              return CompletableFuture.runAsync(task, executor);
            })
            .toList();
    threads.forEach(CompletableFuture::join);
  }

  @Test
  @DisplayName("E7 many threads share an engine and lose nothing")
  default void executeScript_manyThreads_countsEveryCall() {
    engine().setGlobal("n", 0);
    String increment = dialect().assign("n", dialect().add("n", "1"));
    onThreads(
        32,
        () -> {
          for (int i = 0; i < 100; i++) {
            engine().executeScript(increment);
          }
        });
    assertThat(engine().getGlobal("n").asLong()).isEqualTo(3200);
  }

  @Test
  @DisplayName("E7 many threads call functions both ways")
  default void call_manyThreadsBothWays_eachGetsItsOwnResult() {
    engine().registerFunction("twice", arguments -> 2 * arguments.asLong(0));
    run(dialect().function("f", List.of("x"), dialect().call("twice", "x")));
    AtomicLong next = new AtomicLong();
    onThreads(
        32,
        () -> {
          for (int i = 0; i < 50; i++) {
            long x = next.incrementAndGet();
            assertThat(engine().call("f", x).asLong()).isEqualTo(2 * x);
          }
        });
    assertThat(next).hasValue(1600);
  }

  @Test
  @DisplayName("E7 engines run side by side without mixing")
  default void engines_manyThreads_doNotMix() {
    List<ScriptEngine> engines = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        engines.add(builder().build());
        engines.getLast().setGlobal("id", i);
      }
      String script = dialect().result(dialect().add("id", "0"));
      onThreads(
          16,
          () -> {
            for (int i = 0; i < 100; i++) {
              assertThat(engines.get(i % 4).executeScript(script).asLong()).isEqualTo(i % 4);
            }
          });
    } finally {
      engines.forEach(ScriptEngine::close);
    }
  }

  @Test
  @DisplayName("E7 an engine serves another engine's host function")
  default void hostFunction_ofOneEngine_mayUseAnother() {
    try (ScriptEngine other = builder().build()) {
      other.setGlobal("x", 40);
      engine()
          .registerFunction(
              "ask", _ -> other.executeScript(dialect().result(dialect().add("x", "2"))));
      assertThat(run(dialect().result(dialect().call("ask"))).asLong()).isEqualTo(42);
    }
  }

  @Test
  @DisplayName("E7 an engine can be made on one thread and used and closed on others")
  default void engine_madeElsewhere_works() {
    ScriptEngine made =
        CompletableFuture.supplyAsync(() -> builder().build(), Thread::startVirtualThread).join();
    assertThat(made.executeScript(dialect().sumBelow(10)).asLong()).isEqualTo(45);
    CompletableFuture.runAsync(made::close, r -> Thread.ofPlatform().start(r)).join();
  }
}

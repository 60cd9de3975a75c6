package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.SwappableScriptEngine;
import dev.coachwhip.error.ScriptRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An engine of the backend, exchanged for another of the same. */
interface SwapContract extends ContractFixture {

  private SwappableScriptEngine swappable() {
    return ScriptEngines.swappable(engine().backendName());
  }

  @Test
  @DisplayName("E1 data and host functions move, code of the language stays behind")
  default void swapTo_sameLanguage_movesDataAndFunctions() {
    try (SwappableScriptEngine swapping = swappable()) {
      swapping.setGlobal("data", Map.of("list", List.of(1L, "a")));
      swapping.registerFunction("five", _ -> 5);
      swapping.executeScript(dialect().function("f", List.of(), "1"));
      swapping.swapTo(builder().build());
      assertThat(swapping.globalNames()).containsExactly("data", "five");
      assertThat(swapping.getGlobal("data").toJava()).isEqualTo(Map.of("list", List.of(1L, "a")));
      assertThat(swapping.executeScript(dialect().result(dialect().call("five"))).asLong())
          .isEqualTo(5);
    }
  }

  @Test
  @DisplayName("E1 a function that a script replaced moves as what it is now")
  default void swapTo_functionReassigned_movesTheNewValue() {
    try (SwappableScriptEngine swapping = swappable()) {
      swapping.registerFunction("f", _ -> 5);
      swapping.executeScript(dialect().assign("f", "7"));
      swapping.swapTo(engine().backendName());
      assertThat(swapping.getGlobal("f").asLong()).isEqualTo(7);
    }
  }

  @Test
  @DisplayName("E1 the running script finishes first, and its host functions may call back")
  default void swapTo_scriptRuns_waitsAndLetsItCallBack() throws Exception {
    try (SwappableScriptEngine swapping = swappable();
        ScriptEngine next = builder().build()) {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch swapWaits = new CountDownLatch(1);
      swapping.registerFunction(
          "back",
          _ -> {
            inside.countDown();
            swapWaits.await();
            swapping.setGlobal("from_host", 1);
            return null;
          });
      ScriptRun run =
          swapping.start(
              ScriptSource.of(
                  dialect()
                      .lines(
                          dialect().assign("ignored", dialect().call("back")),
                          dialect().assign("late", "2"))));
      inside.await();
      Thread swap = Thread.ofVirtual().start(() -> swapping.swapTo(next));
      Gate.awaitWaiting(swap);
      swapWaits.countDown();
      run.join();
      swap.join();
      assertThat(next.globalNames()).contains("from_host", "late", "back");
    }
  }

  @Test
  @DisplayName("E1 a host function cannot swap the engine that runs it")
  default void swapTo_insideHostFunction_isRefused() {
    try (SwappableScriptEngine swapping = swappable()) {
      swapping.registerFunction(
          "swap",
          _ -> {
            swapping.swapTo(swapping.backendName());
            return null;
          });
      assertThatExceptionOfType(ScriptRuntimeException.class)
          .isThrownBy(() -> swapping.executeScript(dialect().result(dialect().call("swap"))))
          .withCauseInstanceOf(IllegalStateException.class);
    }
  }
}

package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coachwhip.Capability;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptRun;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptCancelledException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The end of an engine. */
interface ClosingContract extends ContractFixture {

  private static Map<String, Consumer<ScriptEngine>> calls() {
    Map<String, Consumer<ScriptEngine>> calls = new LinkedHashMap<>();
    calls.put("executeScript", engine -> engine.executeScript(""));
    calls.put("start", engine -> engine.start(ScriptSource.of("")));
    calls.put(
        "executeScriptAsync", engine -> engine.executeScriptAsync(ScriptSource.of("")).join());
    calls.put("validateScript", engine -> engine.validateScript(""));
    calls.put("call", engine -> engine.call("f"));
    calls.put("registerFunction", engine -> engine.registerFunction("f", _ -> null));
    calls.put("setGlobal", engine -> engine.setGlobal("x", 1));
    calls.put("getGlobal", engine -> engine.getGlobal("x"));
    calls.put("globalNames", ScriptEngine::globalNames);
    calls.put("clearGlobals", ScriptEngine::clearGlobals);
    return calls;
  }

  @TestFactory
  @DisplayName("E8 a closed engine refuses")
  default Stream<DynamicTest> calls_afterClose_throwIllegalState() {
    return calls().entrySet().stream()
        .map(call ->
            dynamicTest(
                call.getKey(),
                () -> {
                  engine().close();
                  assertThatIllegalStateException()
                      .isThrownBy(() -> call.getValue().accept(engine()));
                }));
  }

  @Test
  @DisplayName("E8 a closed engine still tells what it was")
  default void backendName_afterClose_isTold() {
    String name = engine().backendName();
    engine().close();
    assertThat(engine().backendName()).isEqualTo(name);
    assertThat(engine().capabilities()).isNotNull();
  }

  @Test
  @DisplayName("E8 closing again does nothing")
  default void close_twice_isFine() {
    engine().close();
    engine().close();
  }

  @Test
  @DisplayName("E8 closing stops what runs and fails what waits")
  default void close_scriptRunsAndAnotherWaits_endsBoth() throws Exception {
    need(Capability.CANCEL);
    CountDownLatch running = new CountDownLatch(1);
    engine()
        .registerFunction(
            "running",
            _ -> {
              running.countDown();
              return null;
            });
    ScriptRun first =
        engine()
            .start(
                ScriptSource.of(
                    dialect()
                        .lines(
                            dialect().assign("ignored", dialect().call("running")),
                            dialect().endless())));
    running.await();
    ScriptRun second = engine().start(ScriptSource.of(dialect().sumBelow(10)));
    engine().close();
    assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(first::join);
    assertThatExceptionOfType(ScriptCancelledException.class).isThrownBy(second::join);
  }

  @Test
  @DisplayName("E8 closing from a host function does not hang")
  default void close_insideHostFunction_endsTheScript() {
    engine()
        .registerFunction(
            "close_engine",
            _ -> {
              engine().close();
              return null;
            });
    ScriptRun run =
        engine().start(ScriptSource.of(dialect().result(dialect().call("close_engine"))));
    run.result().handle((_, _) -> true).join();
    assertThat(run.state().isFinished()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> engine().globalNames());
  }

  @Test
  @DisplayName("E8 engines can be made and closed again and again")
  default void build_manyTimes_works() {
    for (int i = 0; i < 50; i++) {
      try (ScriptEngine one = builder().build()) {
        assertThat(one.executeScript(dialect().sumBelow(10)).asLong()).isEqualTo(45);
      }
    }
  }
}

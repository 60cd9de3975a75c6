package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.BackendException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mistakes of the calling program. */
interface ArgumentsContract extends ContractFixture {

  @SuppressWarnings("NullAway") // on purpose
  private static Map<String, Consumer<ScriptEngine>> nullCalls() {
    Map<String, Consumer<ScriptEngine>> calls = new LinkedHashMap<>();
    calls.put("executeScript text", engine -> engine.executeScript((String) null));
    calls.put("executeScript source", engine -> engine.executeScript((ScriptSource) null));
    calls.put("start source", engine -> engine.start(null));
    calls.put("start globals", engine -> engine.start(ScriptSource.of(""), null));
    calls.put("executeScriptAsync", engine -> engine.executeScriptAsync(null).join());
    calls.put("validateScript text", engine -> engine.validateScript((String) null));
    calls.put("validateScript source", engine -> engine.validateScript((ScriptSource) null));
    calls.put("call", engine -> engine.call(null));
    calls.put("call arguments", engine -> engine.call("f", (Object[]) null));
    calls.put("registerFunction name", engine -> engine.registerFunction(null, _ -> null));
    calls.put("registerFunction function", engine -> engine.registerFunction("f", null));
    calls.put("setGlobal", engine -> engine.setGlobal(null, 1));
    calls.put("getGlobal", engine -> engine.getGlobal(null));
    return calls;
  }

  @TestFactory
  @DisplayName("E8 a null argument is refused")
  default Stream<DynamicTest> calls_nullArgument_throwNullPointer() {
    return nullCalls().entrySet().stream()
        .map(call ->
            dynamicTest(
                call.getKey(),
                () ->
                    assertThatNullPointerException()
                        .isThrownBy(() -> call.getValue().accept(engine()))));
  }

  @Test
  @DisplayName("E8 an unknown option is refused by name")
  default void option_unknown_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().option("no_such_option", 1).build())
        .withMessageContaining("no_such_option");
  }

  @Test
  @DisplayName("E8 an unknown backend is refused, and the known ones are listed")
  default void create_unknownBackend_listsTheKnown() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> ScriptEngines.create("no_such_backend"))
        .withMessageContaining("no_such_backend")
        .withMessageContaining(engine().backendName());
  }
}

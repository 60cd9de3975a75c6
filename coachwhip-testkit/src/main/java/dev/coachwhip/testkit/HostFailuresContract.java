package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.Capability;
import dev.coachwhip.error.ScriptCancelledException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Java functions that fail while a script calls them. */
interface HostFailuresContract extends ContractFixture {

  private void registerFailing(Throwable failure) {
    engine()
        .registerFunction(
            "broken",
            _ -> {
              if (failure instanceof Error error) {
                throw error;
              }
              throw (Exception) failure;
            });
  }

  private String callBroken() {
    return dialect().result(dialect().call("broken"));
  }

  @TestFactory
  @DisplayName("E11 what a host function throws is the cause, the same object")
  default Stream<DynamicTest> hostFunction_throws_isTheCause() {
    return Stream.of(
            new IOException("disk"),
            new IllegalStateException("state"),
            new AssertionError("wrong"),
            new OutOfMemoryError("made up"),
            new StackOverflowError())
        .map(failure -> DynamicTest.dynamicTest(failure.toString(), () -> checkCause(failure)));
  }

  private void checkCause(Throwable failure) {
    registerFailing(failure);
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run(dialect().assign("x", "1"), callBroken()))
        .satisfies(e -> assertThat(e.getCause()).isSameAs(failure))
        .satisfies(e -> assertThat(e.location().orElseThrow().line()).isEqualTo(2));
  }

  @Test
  @DisplayName("E11 a script can catch what a host function throws")
  default void hostFunction_throwsAndScriptCatches_goesOn() {
    registerFailing(new IOException("disk"));
    run(dialect().assignOr("x", dialect().call("broken"), "7"));
    assertThat(engine().getGlobal("x").asLong()).isEqualTo(7);
  }

  @Test
  @DisplayName("E11 a script that fails inside a host function is the cause")
  default void hostFunction_innerScriptFails_isTheCause() {
    engine().registerFunction("inner", _ -> run(dialect().raise()));
    assertThatExceptionOfType(ScriptException.class)
        .isThrownBy(() -> run(dialect().result(dialect().call("inner"))))
        .withCauseInstanceOf(ScriptRuntimeException.class);
  }

  @Test
  @DisplayName("E11 missing arguments are an error of the script that names the function")
  default void hostFunction_missingArgument_isAScriptError() {
    engine().registerFunction("needs_one", arguments -> arguments.get(0));
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run(dialect().result(dialect().call("needs_one"))))
        .withMessageContaining("needs_one() needs at least 1 argument, got 0")
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("E11 an argument of a wrong type is an error of the script")
  default void hostFunction_wrongArgumentType_isAScriptError() {
    engine().registerFunction("number", arguments -> arguments.asLong(0));
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run(dialect().result(dialect().call("number", "\"text\""))))
        .withCauseInstanceOf(TypeConversionException.class);
  }

  @Test
  @DisplayName("E11 a result that cannot be converted is an error of the script")
  default void hostFunction_unconvertibleResult_isAScriptError() {
    engine().registerFunction("give", _ -> new Object());
    assertThatExceptionOfType(ScriptException.class)
        .isThrownBy(() -> run(dialect().result(dialect().call("give"))))
        .withMessageContaining("java.lang.Object");
    run(dialect().assignOr("x", dialect().call("give"), "7"));
    assertThat(engine().getGlobal("x").asLong()).isEqualTo(7);
  }

  @Test
  @DisplayName("E5 an interrupted host function stops the script")
  default void hostFunction_throwsInterrupted_stopsTheScript() {
    need(Capability.CANCEL);
    registerFailing(new InterruptedException("stop"));
    assertThatExceptionOfType(ScriptCancelledException.class)
        .isThrownBy(
            () -> run(dialect().assignOr("x", dialect().call("broken"), "7"), dialect().endless()));
    boolean _ = Thread.interrupted();
  }

  @Test
  @DisplayName("E11 the engine works after a host function failed")
  default void executeScript_afterHostFailure_works() {
    registerFailing(new AssertionError("wrong"));
    for (int i = 0; i < 100; i++) {
      assertThatExceptionOfType(ScriptRuntimeException.class).isThrownBy(() -> run(callBroken()));
    }
    run(dialect().function("f", List.of(), "1"));
    assertThat(engine().call("f").asLong()).isEqualTo(1);
  }
}

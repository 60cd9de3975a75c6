package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.coachwhip.Capability;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Script functions that the host calls. */
interface CallsContract extends ContractFixture {

  private void defineAdd() {
    run(dialect().function("plus", List.of("a", "b"), dialect().add("a", "b")));
  }

  @Test
  @DisplayName("V the host calls a function of the script")
  default void call_scriptFunction_returnsItsResult() {
    defineAdd();
    assertThat(engine().call("plus", 1, 2).asLong()).isEqualTo(3);
    assertThat(engine().call("plus", 0.5, 2).asDouble()).isEqualTo(2.5);
  }

  @Test
  @DisplayName("V a null argument is the language's null")
  default void call_nullArgument_isPassed() {
    run(dialect().function("identity", List.of("x"), "x"));
    assertThat(engine().call("identity", new Object[] {null}).isNull()).isTrue();
  }

  @Test
  @DisplayName("V calling what is not there names it")
  default void call_absent_throwsVariableNotFound() {
    assertThatExceptionOfType(VariableNotFoundException.class)
        .isThrownBy(() -> engine().call("absent"))
        .satisfies(e -> assertThat(e.variableName()).isEqualTo("absent"));
  }

  @Test
  @DisplayName("V calling a number is a conversion error")
  default void call_notCallable_isRefused() {
    engine().setGlobal("n", 1);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().call("n"))
        .withMessageContaining("n");
  }

  @Test
  @DisplayName("V an argument that cannot be converted is refused")
  default void call_unconvertibleArgument_isRefused() {
    defineAdd();
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().call("plus", 1, new Object()))
        .withMessageContaining("java.lang.Object");
  }

  @Test
  @DisplayName("V a function that fails is a script error with frames")
  default void call_failingFunction_isAScriptError() {
    run(dialect().failingFunction("broken"));
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> engine().call("broken"))
        .satisfies(e -> assertThat(e.typeName()).isEqualTo(dialect().raisedType()))
        .satisfies(e -> assertThat(e.frames().getFirst().function()).isEqualTo("broken"));
  }

  @Test
  @DisplayName("V a function is a value that the host can call")
  default void getGlobal_function_isCallable() {
    defineAdd();
    ScriptValue value = engine().getGlobal("plus");
    assertThat(value.isReference()).isTrue();
    assertThat(value.is(ScriptCallable.class)).isTrue();
    assertThat(value.asCallable().call(20, 22).asLong()).isEqualTo(42);
    assertThat(value.as(ScriptCallable.class).call(1, 2).asLong()).isEqualTo(3);
  }

  @Test
  @DisplayName("V a function takes keyword arguments from the host")
  default void callable_keywordArguments_arrive() {
    need(Capability.KEYWORD_ARGUMENTS);
    defineAdd();
    ScriptCallable plus = engine().getGlobal("plus").asCallable();
    assertThat(plus.call(Map.of("b", 2), 1).asLong()).isEqualTo(3);
  }

  @Test
  @DisplayName("V a function given back to its engine is the same")
  default void setGlobal_functionOfScript_isCallableUnderItsNewName() {
    defineAdd();
    engine().setGlobal("sum_of", engine().getGlobal("plus"));
    assertThat(engine().call("sum_of", 1, 2).asLong()).isEqualTo(3);
  }

  @Test
  @DisplayName("V a script passes a function to the host, which calls it")
  default void hostFunction_functionArgument_isCalledBack() {
    engine().registerFunction("apply", arguments -> arguments.get(0).asCallable().call(2, 3));
    defineAdd();
    assertThat(run(dialect().result(dialect().call("apply", "plus"))).asLong()).isEqualTo(5);
  }

  @Test
  @DisplayName("V a function cannot be called after its engine is closed")
  default void callable_engineClosed_throwsIllegalState() {
    defineAdd();
    ScriptCallable plus = engine().getGlobal("plus").asCallable();
    engine().close();
    assertThatIllegalStateException().isThrownBy(() -> plus.call(1, 2));
  }

  @Test
  @DisplayName("V a registered function is callable from the host too")
  default void call_registeredFunction_works() {
    engine().registerFunction("five", _ -> 5);
    assertThat(engine().call("five").asLong()).isEqualTo(5);
    assertThat(engine().getGlobal("five").asCallable().call().asLong()).isEqualTo(5);
  }
}

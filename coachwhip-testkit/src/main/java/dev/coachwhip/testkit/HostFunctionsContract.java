package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.Arguments;
import dev.coachwhip.Capability;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.FunctionRegistrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Java functions that scripts call. */
interface HostFunctionsContract extends ContractFixture {

  @Test
  @DisplayName("E11 a script calls a Java lambda")
  default void registerFunction_calledByScript_returnsItsResult() {
    engine().registerFunction("twice", arguments -> 2 * arguments.asLong(0));
    assertThat(run(dialect().result(dialect().call("twice", "21"))).asLong()).isEqualTo(42);
  }

  @Test
  @DisplayName("E11 arguments arrive in order, with their types")
  default void registerFunction_severalArguments_arriveInOrder() {
    List<Arguments> seen = new ArrayList<>();
    engine().registerFunction("see", arguments -> seen.add(arguments));
    run(dialect().result(dialect().call("see", "1", "2.5", "\"three\"")));
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().positional().stream().map(ScriptValue::toJava))
        .containsExactly(1L, 2.5, "three");
    assertThat(seen.getFirst().named()).isEmpty();
  }

  @Test
  @DisplayName("E11 keyword arguments arrive by name")
  default void registerFunction_keywordArgument_arrivesByName() {
    need(Capability.KEYWORD_ARGUMENTS);
    engine().registerFunction("f", arguments -> arguments.get(1, "speed").asLong());
    assertThat(run(dialect().result(dialect().callNamed("f", "1", "speed", "7"))).asLong())
        .isEqualTo(7);
    assertThat(run(dialect().result(dialect().call("f", "1", "8"))).asLong()).isEqualTo(8);
  }

  @Test
  @DisplayName("E11 a function may return any value")
  default void registerFunction_returnsNested_scriptSeesIt() {
    engine().registerFunction("give", _ -> Map.of("list", List.of(1L, "a")));
    assertThat(run(dialect().result(dialect().call("give"))).toJava())
        .isEqualTo(Map.of("list", List.of(1L, "a")));
  }

  @Test
  @DisplayName("E11 a function may return nothing")
  default void registerFunction_returnsNull_isTheLanguagesNull() {
    engine().registerFunction("nothing", _ -> null);
    assertThat(run(dialect().result(dialect().call("nothing"))).isNull()).isTrue();
  }

  @Test
  @DisplayName("E11 a function may return a function")
  default void registerFunction_returnsHostFunction_isCallable() {
    engine().registerFunction("make", _ -> (HostFunction) _ -> 5);
    run(dialect().assign("made", dialect().call("make")));
    assertThat(run(dialect().result(dialect().callValue("made"))).asLong()).isEqualTo(5);
  }

  @Test
  @DisplayName("E11 a function set as a global is callable")
  default void setGlobal_hostFunction_isCallable() {
    engine().setGlobal("f", (HostFunction) _ -> 5);
    assertThat(run(dialect().result(dialect().call("f"))).asLong()).isEqualTo(5);
    assertThat(run(dialect().result(dialect().callValue("f"))).asLong()).isEqualTo(5);
  }

  @Test
  @DisplayName("E11 registering again replaces")
  default void registerFunction_sameNameAgain_replaces() {
    engine().registerFunction("f", _ -> 1);
    engine().registerFunction("f", _ -> 2);
    assertThat(run(dialect().result(dialect().call("f"))).asLong()).isEqualTo(2);
  }

  @Test
  @DisplayName("E11 a name that no function can have is refused")
  default void registerFunction_badName_isRefused() {
    for (String name : List.of("", "two words", "1st", "a-b", dialect().reservedWord())) {
      assertThatExceptionOfType(FunctionRegistrationException.class)
          .as(name)
          .isThrownBy(() -> engine().registerFunction(name, _ -> null));
    }
  }

  @Test
  @DisplayName("E11 a function may call back into its engine")
  default void hostFunction_callsBack_isPartOfTheRun() {
    engine()
        .registerFunction(
            "back",
            _ -> {
              engine().setGlobal("set_inside", 3);
              return engine().executeScript(dialect().result(dialect().add("set_inside", "outer")));
            });
    assertThat(
            run(dialect().assign("outer", "4"), dialect().result(dialect().call("back"))).asLong())
        .isEqualTo(7);
  }

  @Test
  @DisplayName("E11 host and script may call each other to some depth")
  default void hostFunction_nestedCalls_unwindInOrder() {
    engine().registerFunction("down", arguments -> down(arguments.asLong(0)));
    run(dialect().function("script_down", List.of("n"), dialect().call("down", "n")));
    assertThat(engine().call("script_down", 10).asLong()).isEqualTo(55);
  }

  private long down(long n) {
    return n == 0 ? 0 : n + engine().call("script_down", n - 1).asLong();
  }

  @Test
  @DisplayName("E11 arguments may be kept after the call")
  default void hostFunction_keepsArguments_areReadableLater() {
    List<ScriptValue> kept = new ArrayList<>();
    engine().registerFunction("keep", arguments -> kept.add(arguments.get(0)));
    run(dialect().result(dialect().call("keep", "\"text\"")));
    engine().close();
    assertThat(kept.getFirst().asString()).isEqualTo("text");
  }
}

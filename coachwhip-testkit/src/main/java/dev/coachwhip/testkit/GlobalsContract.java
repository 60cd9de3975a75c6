package dev.coachwhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.error.VariableNotFoundException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Variables that scripts and the host share. */
interface GlobalsContract extends ContractFixture {

  @Test
  @DisplayName("E2 the host's variables are there before the first line")
  default void setGlobal_beforeRun_isSeenByFirstLine() {
    engine().setGlobal("power", 5.0);
    assertThat(run(dialect().result("power")).asDouble()).isEqualTo(5.0);
  }

  @Test
  @DisplayName("E3 the host reads what the script assigned")
  default void getGlobal_assignedByScript_isRead() {
    run(dialect().assign("x", "42"));
    assertThat(engine().getGlobal("x").asLong()).isEqualTo(42);
  }

  @Test
  @DisplayName("E3 a script's change of a host variable stays")
  default void getGlobal_hostVariableChangedByScript_isTheScripts() {
    engine().setGlobal("x", 1);
    run(dialect().assign("x", dialect().add("x", "1")));
    assertThat(engine().getGlobal("x").asLong()).isEqualTo(2);
  }

  @Test
  @DisplayName("E3 globals last from run to run")
  default void executeScript_secondRun_seesTheFirstRunsGlobals() {
    run(dialect().assign("x", "1"));
    assertThat(run(dialect().result(dialect().add("x", "1"))).asLong()).isEqualTo(2);
  }

  @Test
  @DisplayName("E3 an absent global is an error that names it")
  default void getGlobal_absent_throwsVariableNotFound() {
    assertThatExceptionOfType(VariableNotFoundException.class)
        .isThrownBy(() -> engine().getGlobal("absent"))
        .withMessageContaining("absent")
        .satisfies(e -> assertThat(e.variableName()).isEqualTo("absent"));
  }

  @Test
  @DisplayName("E3 the names are those that host and script set, sorted")
  default void globalNames_freshAndUsedEngine_areExactlyWhatWasSet() {
    assertThat(engine().globalNames()).isEmpty();
    engine().setGlobal("b", 1);
    engine().registerFunction("c", _ -> null);
    run(dialect().assign("a", "1"), dialect().function("d", List.of(), "1"));
    assertThat(engine().globalNames()).containsExactly("a", "b", "c", "d");
  }

  @Test
  @DisplayName("E3 the names are a snapshot")
  default void globalNames_laterAssignment_doesNotShow() {
    var names = engine().globalNames();
    engine().setGlobal("late", 1);
    assertThat(names).isEmpty();
  }

  @Test
  @DisplayName("E10 clearing removes variables and functions")
  default void clearGlobals_variablesAndFunctions_areGone() {
    engine().setGlobal("x", 1);
    engine().registerFunction("host", _ -> 1);
    run(dialect().function("f", List.of(), "1"));
    engine().clearGlobals();
    assertThat(engine().globalNames()).isEmpty();
    assertThatExceptionOfType(VariableNotFoundException.class)
        .isThrownBy(() -> engine().getGlobal("x"));
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run(dialect().result(dialect().call("host"))));
    assertThatExceptionOfType(VariableNotFoundException.class).isThrownBy(() -> engine().call("f"));
  }

  @Test
  @DisplayName("E10 a cleared engine works as before")
  default void clearGlobals_thenRun_works() {
    engine().clearGlobals();
    assertThat(run(dialect().sumBelow(10)).asLong()).isEqualTo(45);
  }

  @Test
  @DisplayName("E3 a failed run keeps what it had assigned")
  default void executeScript_failsLate_keepsAssignments() {
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run(dialect().assign("x", "1"), dialect().raise()));
    assertThat(engine().getGlobal("x").asLong()).isEqualTo(1);
  }

  @Test
  @DisplayName("E2 engines have globals of their own")
  default void engines_sideBySide_doNotShareGlobals() {
    try (ScriptEngine other = builder().build()) {
      engine().setGlobal("x", 1);
      other.executeScript(dialect().assign("x", "2"));
      assertThat(engine().getGlobal("x").asLong()).isEqualTo(1);
      assertThat(other.getGlobal("x").asLong()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("E7 globals given to a run are set before it")
  default void start_withGlobals_setsThem() {
    ScriptSource source = ScriptSource.of(dialect().result(dialect().add("a", "b")));
    assertThat(engine().start(source, Map.of("a", 1, "b", 2)).join().asLong()).isEqualTo(3);
    assertThat(engine().getGlobal("a").asLong()).isEqualTo(1);
  }

  @Test
  @DisplayName("E4 a global that cannot be converted keeps the script from running")
  default void start_unconvertibleGlobal_setsAndRunsNothing() {
    ScriptSource source = ScriptSource.of(dialect().assign("ran", "1"));
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> engine().start(source, Map.of("a", 1, "b", new Object())).join());
    assertThat(engine().globalNames()).isEmpty();
  }
}

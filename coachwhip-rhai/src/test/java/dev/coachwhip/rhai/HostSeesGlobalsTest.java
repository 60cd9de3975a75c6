package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host function that a script calls sees and changes of that script's variables. */
final class HostSeesGlobalsTest extends RhaiEngineFixture {

  private long run(String script) {
    return engine().executeScript(script).asLong();
  }

  private void registerPeek(List<Object> seen) {
    engine()
        .registerFunction(
            "peek", arguments -> seen.add(engine().getGlobal(arguments.asString(0)).toJava()));
  }

  private void registerPoke() {
    engine()
        .registerFunction(
            "poke",
            arguments -> {
              engine().setGlobal(arguments.asString(0), arguments.get(1));
              return null;
            });
  }

  @Test
  void getGlobal_inHostFunction_seesWhatTheScriptHasAssigned() {
    List<Object> seen = new ArrayList<>();
    registerPeek(seen);
    engine()
        .executeScript(
            """
            let n = 1; peek("n");
            n += 1.5.to_int(); peek("n");
            let f = 0.5; f *= 3.0; peek("f");
            let b = false; b = !b; peek("b");
            let a = [1]; a.push(2); peek("a");
            a[0] = 7; peek("a");
            const C = "c"; peek("C");
            let n = "again"; peek("n");
            """);
    assertThat(seen)
        .containsExactly(1L, 2L, 1.5, true, List.of(1L, 2L), List.of(7L, 2L), "c", "again");
  }

  @Test
  void getGlobal_insideFunctionsAndCallbacks_seesTheTopLevel() {
    List<Object> seen = new ArrayList<>();
    registerPeek(seen);
    engine()
        .executeScript(
            """
            fn look() { let n = 99; peek("n") }
            let n = 1;
            look();
            for i in 0..3 { n = i; [0].for_each(|| peek("n")); }
            """);
    assertThat(seen).containsExactly(1L, 0L, 1L, 2L);
  }

  @Test
  void setGlobal_inHostFunction_isSeenAtOnce() {
    registerPoke();
    assertThat(run("let n = 1; poke(\"n\", 5) ; n + 1")).isEqualTo(6);
    assertThat(run("let n = 1; if poke(\"n\", 5) == () && n == 5 { 1 } else { 2 }")).isEqualTo(1);
    assertThat(run("let n = 0; while n < 10 { poke(\"n\", n + 3); } n")).isEqualTo(12);
    assertThat(run("let x = (); poke(\"x\", 5); x")).isEqualTo(5);
    assertThat(engine().getGlobal("n").asLong()).isEqualTo(12);
  }

  @Test
  void setGlobal_ofCapturedVariable_isSeenByTheClosure() {
    registerPoke();
    assertThat(run("let n = 1; let f = || n; poke(\"n\", 5); f.call() + n")).isEqualTo(10);
  }

  @Test
  void setGlobal_ofAnotherType_isRefusedWhereTheScriptReliesOnIt() {
    registerPoke();
    assertThatThrownBy(() -> run("let n = 1; poke(\"n\", \"text\"); n"))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("'n' being of type i64, so it cannot become of type string")
        .hasCauseInstanceOf(TypeConversionException.class);
    engine().setGlobal("n", "text");
    assertThat(engine().getGlobal("n").asString()).isEqualTo("text");
  }

  @Test
  void executeScript_inHostFunction_sharesTheVariables() {
    engine().registerFunction("nested", arguments -> engine().executeScript(arguments.asString(0)));
    assertThat(run("let n = 1; nested(\"n += 10; let m = n;\"); n * 100 + m")).isEqualTo(1111);
  }

  @Test
  void executeScript_failedAfterHostCall_leavesItsVariables() {
    registerPoke();
    assertThatThrownBy(() -> run("let n = 1; let m = 2; poke(\"n\", 5); m = 3; throw 1"))
        .isInstanceOf(ScriptRuntimeException.class);
    assertThat(engine().getGlobal("n").asLong()).isEqualTo(5);
    assertThat(engine().getGlobal("m").asLong()).isEqualTo(3);
  }

  @Test
  void clearGlobals_inHostFunction_leavesTheScriptItsVariables() {
    engine()
        .registerFunction(
            "forget",
            _ -> {
              engine().clearGlobals();
              return null;
            });
    assertThat(run("let n = 1; forget(); n + 1")).isEqualTo(2);
    assertThat(engine().globalNames()).isEmpty();
  }

  @Test
  void executeScript_compiledBeforeTheFirstHostFunction_isCompiledAnew() {
    String script = "let n = 3; let r = if peeks { peek(\"n\") } else { true }; r";
    engine().setGlobal("peeks", false);
    ScriptValue first = engine().executeScript(script);
    List<Object> seen = new ArrayList<>();
    registerPeek(seen);
    engine().setGlobal("peeks", true);
    assertThat(first.asBoolean()).isTrue();
    assertThat(engine().executeScript(script).asBoolean()).isTrue();
    assertThat(seen).containsExactly(3L);
  }
}

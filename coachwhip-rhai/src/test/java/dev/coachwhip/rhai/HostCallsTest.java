package dev.coachwhip.rhai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.error.ScriptRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of functions that come and go, from call sites that have been linked already. */
final class HostCallsTest extends RhaiEngineFixture {

  /** Calls often enough for its sites to be linked. */
  private static final String SUM = "let s = 0; for i in 0..100 { s += f(1); } s";

  private long run(String script) {
    return engine().executeScript(script).asLong();
  }

  @Test
  void call_functionRegisteredAnew_callsTheNewOne() {
    engine().registerFunction("f", arguments -> arguments.asLong(0));
    assertThat(run(SUM)).isEqualTo(100);
    engine().registerFunction("f", _ -> 2);
    assertThat(run(SUM)).isEqualTo(200);
  }

  @Test
  void call_functionReplacedWithinTheLoop_callsTheNewOneAtOnce() {
    engine()
        .registerFunction(
            "f",
            _ -> {
              engine().registerFunction("f", _ -> 10);
              return 1;
            });
    assertThat(run(SUM)).isEqualTo(991);
  }

  @Test
  void call_functionGone_isNotFound() {
    engine().registerFunction("f", _ -> 1);
    assertThat(run(SUM)).isEqualTo(100);
    engine().clearGlobals();
    assertThatThrownBy(() -> run(SUM))
        .isInstanceOf(ScriptRuntimeException.class)
        .hasMessageContaining("Function not found: f (i64)");
  }

  @Test
  void call_scriptOfEarlierScript_comesBeforeTheHosts() {
    engine().registerFunction("f", _ -> 1);
    assertThat(run(SUM)).isEqualTo(100);
    engine().executeScript("fn f(x) { x + 2 }");
    assertThat(run(SUM)).isEqualTo(300);
    assertThat(run("fn f(x) { 5 } " + SUM)).isEqualTo(500);
  }

  @Test
  void call_argumentsOfSeveralTypes_allArrive() {
    engine().registerFunction("f", arguments -> arguments.get(0).asString().length());
    String script = "let s = 0; for i in 0..60 { s += f([\"a\", 'b', \"ccc\"][i % 3]); } s";
    assertThat(run(script)).isEqualTo(100);
  }

  @Test
  void call_hostFunctionOfStandardName_leavesTheStandardOnesForOtherTypes() {
    engine().executeScript("fn push(x) { 3 }");
    assertThat(run("let a = []; for i in 0..50 { push(a, i); } a.len + push(1)")).isEqualTo(53);
  }

  @Test
  void call_firstArgumentAVariable_isReadLast() {
    engine().registerFunction("f", arguments -> arguments.asLong(0));
    assertThat(run("let x = 1; f(x, { x = 2; 0 })")).isEqualTo(2);
  }

  @Test
  void call_hostFunctionThrows_scriptCatchesItsMessage() {
    engine()
        .registerFunction(
            "f",
            arguments -> {
              if (arguments.asLong(0) > 40) {
                throw new IllegalStateException("too much");
              }
              return 0;
            });
    assertThat(
            engine()
                .executeScript("let r = (); for i in 0..50 { try { f(i) } catch (e) { r = e; } } r")
                .asString())
        .isEqualTo("too much");
    assertThatThrownBy(() -> run("for i in 0..50 {\n  f(i) }"))
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("too much")
        .satisfies(e ->
            assertThat(((ScriptRuntimeException) e).location().orElseThrow().column())
                .isEqualTo(3));
  }

  @Test
  void call_argumentsAreContainers_hostGetsCopies() {
    engine()
        .registerFunction(
            "f",
            arguments -> {
              List<?> list = (List<?>) requireNonNull(arguments.get(0).toJava());
              return list.size();
            });
    assertThat(run("let a = [1, 2]; let s = 0; for i in 0..30 { s += f(a); a.push(0); } s"))
        .isEqualTo(30 * 2 + 29 * 15);
  }
}

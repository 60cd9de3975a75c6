package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.error.LimitExceededException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit of variables, where Rhai 1.26 checks it. */
final class VariableLimitTest extends RhaiEngineFixture {

  private ScriptEngine engine(boolean hosted) {
    ScriptEngine engine = builder().option("maxVariables", 3).build();
    if (hosted) {
      engine.registerFunction("host", _ -> null);
    }
    return engine;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "let a = 1; let b = 2; let c = 3; let d = 4; d ~ 34",
        "const A = 1; const B = 2; const C = 3; const D = 4; D ~ 40",
        "for i in 0..3 { let a = i; let b = i; let c = a; a = c; } ~ 39",
        "fn f(a, b) { let c = 1; let d = 2; d } f(1, 2) ~ 40",
        "fn f(a, b, c, d) { d } f(1, 2, 3, 4) ~ 24",
        "let a = 1; let b = 2; let c = 3; try { throw 1 } catch (e) { e } ~ 57",
        "let a = 1; let b = 2; let c = 3; for i in 0..2 { a = i; } ~ 38",
        "let a = 1; let f = |x| { let y = 1; let z = 2; let w = 3; w }; f.call(1) ~ 66",
        "let a = 1; let b = 2; let c = 3; switch a { 1 => { let d = 1; d }, _ => 2 } ~ 52",
      })
  void maxVariables_beyond_failsAtTheDeclaration(String script, int column) {
    for (boolean hosted : new boolean[] {false, true}) {
      try (ScriptEngine engine = engine(hosted)) {
        LimitExceededException error =
            catchThrowableOfType(LimitExceededException.class, () -> engine.executeScript(script));
        assertThat(error).as(script).isNotNull();
        assertThat(error.location().orElseThrow().column()).as(script).isEqualTo(column);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "let a = 1; { let b = 2; } { let c = 3; } { let d = 4; } a ~ 1",
        "let n = 0; for i in 0..3 { let a = i; n += a; } n ~ 3",
        "fn f(n) { let a = n; let b = n; if n > 0 { f(n - 1) } else { b } } f(5) ~ 0",
        "let a = 1; let b = 2; let c = 3; [1].map(|x| { let q = 1; let r = 2; r })[0] ~ 2",
      })
  void maxVariables_notBeyond_runs(String script, long result) {
    for (boolean hosted : new boolean[] {false, true}) {
      try (ScriptEngine engine = engine(hosted)) {
        assertThat(engine.executeScript(script).asLong()).as(script).isEqualTo(result);
      }
    }
  }
}

package dev.coachwhip.rhai.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coachwhip.rhai.analysis.Simplifier;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.OutputSink;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.RunLimits;
import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.stdlib.StandardLibrary;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations are counted as Rhai 1.26 counts them. */
final class OperationsTest {

  private final List<String> printed = new ArrayList<>();
  private CompileOptions options = new CompileOptions(true, Set.of(), false);

  private Run run(String script, long operations, int callLevels) {
    SyntaxOptions syntax = SyntaxOptions.DEFAULT;
    Program program =
        Compiler.compile(
            Simplifier.simplify(Parser.parse(script, syntax), syntax), "script", options, syntax);
    int none = Integer.MAX_VALUE;
    RunLimits limits = new RunLimits(operations, callLevels, 0, 0, 0, none, none);
    FunctionTable functions =
        new FunctionTable(FunctionIndex.EMPTY, List.of(), StandardLibrary::functions);
    return new Run(program, new Scope(), functions, limits, sink(), null);
  }

  private OutputSink sink() {
    return new OutputSink() {
      @Override
      public void print(String text) {
        printed.add(text);
      }

      @Override
      public void debug(String text, int line, int column) {}
    };
  }

  private long count(String script) {
    Run run = run(script, 1_000_000, 64);
    run.program().execute(run);
    return run.operations();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "42 ~ 2",
        "let x = 1; x += 2; x ~ 7",
        "let x = 1; let y = 2; (x + y) * (x - y) ~ 11",
        "let x = [1, 2]; let i = 1; x[i] ~ 10",
        "let x = [1, 2]; x[0] = 5; x ~ 8",
        "let x = #{ a: #{ b: 1 } }; x.a.b ~ 9",
        "let x = true; let y = false; x && y ~ 8",
        "let x = true; let y = false; y && x ~ 7",
        "let x = (); x ?? 5 ~ 6",
        "let x = 2; let y = if x == 1 { 2 } else if x == 2 { 7 } else { 3 }; y ~ 16",
        "let x = 2; switch x { 1 => 2, 2 => 3, _ => 4 } ~ 5",
        "let n = 5; for i in 0..n { } ~ 11",
        "let x = 0; while x < 5 { x += 1; } ~ 36",
        "let x = 0; do { x += 1; } while x < 5 ~ 33",
        "fn f(a) { a + 1 } let x = f(2) + f(3); x ~ 16",
        "fn f() { this + 1 } let x = 1; x.f() ~ 9",
        "let y = 4; let f = |x| x + y; f.call(3) ~ 17",
        "let x = 3; type_of(x) ~ 4",
        "eval(\"1 + 2\") ~ 7",
      })
  void operations_script_areCountedAsInRhai(String script, long expected) {
    assertThat(count(script)).isEqualTo(expected);
  }

  private RhaiError failure(String script, long operations, int callLevels) {
    Run run = run(script, operations, callLevels);
    return catchThrowableOfType(RhaiError.class, () -> run.program().execute(run));
  }

  @ParameterizedTest
  @CsvSource({
    "12, 33, 1",
    "17, 25, 2",
    "23, 25, 3",
    "30, 33, 4",
    "31, 39, 4",
    "32, 33, 4",
    "33, 27, 5",
  })
  void operations_limit_endsTheScriptWhereRhaiDoes(long limit, int column, int rounds) {
    RhaiError error = failure("let n = 0; while true { n += 1; print(n); }", limit, 64);
    assertThat(error.message()).isEqualTo("Too many operations (line 1, position " + column + ")");
    assertThat(printed).hasSize(rounds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let x = 0; while x < 5 { x += 1; } x",
        "let s = 0; for i in 0..3 { for j in 0..i { if j == 1 { continue; } s += j * 2; } } s",
        "let x = 0; loop { x += 1; switch x { 3 => break, _ => () } } x",
        "let x = 9223372036854775804; try { while true { x += 1; } } catch { x = 1; } x",
      })
  void operations_loopOfNumbers_endAtAnyLimitBelowTheirNumber(String script) {
    long all = count(script);
    for (long limit = 1; limit < all; limit++) {
      Run run = run(script, limit, 64);
      assertThat(catchThrowableOfType(RhaiError.class, () -> run.program().execute(run)))
          .hasMessageContaining("Too many operations (line 1");
      assertThat(run.operations()).isEqualTo(limit + 1);
    }
    assertThat(failure(script, all, 64)).isNull();
  }

  /** The rounds of the loop are in methods of their own, as only those of large loops are. */
  @Test
  void operations_loopOfNumbersThatIsDivided_endAtAnyLimitBelowTheirNumber() {
    String script =
        "let x = 0; let i = 0; while i < 4 { i += 1; x += i; x *= 2; x -= 1; x += 3; } x";
    long all = count(script);
    options = options.withMethodSize(60);
    assertThat(count(script)).isEqualTo(all);
    operations_loopOfNumbers_endAtAnyLimitBelowTheirNumber(script);
  }

  @Test
  void operations_loopThatFails_countItsRounds() {
    String loop = "let x = %d; try { while true { x += 1; } } catch { } x";
    long two = count(loop.formatted(Long.MAX_VALUE - 2));
    long ten = count(loop.formatted(Long.MAX_VALUE - 10));
    assertThat(ten - two).isEqualTo(8 * (count(loop.formatted(Long.MAX_VALUE - 3)) - two));
    assertThat(ten).isGreaterThan(two);
  }

  @Test
  void operations_inLoopWithCondition_countItEachRound() {
    assertThat(failure("let run = true;\nwhile run { }", 50_000, 64).message())
        .isEqualTo("Too many operations (line 2, position 7)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "fn f(n) { print(n); f(n + 1) } f(1) ~ 3",
        "fn f(n) { print(n); f.call(n + 1) } f(1) ~ 3",
        "fn f(n) { print(n); [n + 1].map(f) } f(1) ~ 2",
        "fn f(n) { print(n); [n + 1].map(|x| f(x)) } f(1) ~ 1",
        "fn f(n) { print(n); [n + 1].map(Fn(\"f\")) } f(1) ~ 1",
        "fn f(n) { print(n); [n + 1].map(\"f\") } f(1) ~ 1",
        "fn f(n) { print(n); eval(`f(${n + 1})`) } f(1) ~ 2",
        "fn f() { print(this); this += 1; this.f() } let x = 1; x.f() ~ 3",
      })
  void callLevels_ofThree_endTheScriptWhereRhaiDoes(String script, int calls) {
    assertThat(failure(script, 0, 3).innermost().text()).isEqualTo("Stack overflow");
    assertThat(printed).hasSize(calls);
  }
}

package dev.coachwhip.rhai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptEngines;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.ScriptSource;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.LimitExceededException;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.ScriptSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Syntax of the host. */
class RhaiSyntaxTest {

  private static final RhaiExtensions EXTENSIONS =
      RhaiExtensions.builder()
          // The example of Rhai's book: a loop that declares its counter.
          .customSyntax(
              List.of("exec", "<", "$ident$", ">", "->", "$block$", "while", "$expr$"),
              true,
              RhaiSyntaxTest::exec)
          .customSyntax(
              List.of("unless", "$expr$", "$block$"),
              false,
              syntax -> syntax.input(0).evaluate().asBoolean() ? null : syntax.input(1).evaluate())
          .customSyntax(
              List.of("twice", "$block$"),
              false,
              syntax -> {
                syntax.input(0).evaluate();
                return syntax.input(0).evaluate();
              })
          .customSyntax(
              List.of("collect", "$block$"),
              true,
              syntax -> {
                int before = syntax.variables();
                syntax.input(0).evaluateAndKeep();
                List<@Nullable Object> found = new ArrayList<>();
                found.add(syntax.get("x").orElseThrow());
                found.add(syntax.get("y").isPresent());
                syntax.rewind(before);
                return found;
              })
          .customSyntax(
              List.of(
                  "tell",
                  "$ident$",
                  "$symbol$",
                  "$int$",
                  "$float$",
                  "$bool$",
                  "$string$",
                  "$token$"),
              false,
              syntax ->
                  syntax.inputs().stream().map(input -> input.literal().orElseThrow()).toList())
          .customSyntax(List.of("lazily", "$func$"), false, syntax -> syntax.input(0).evaluate())
          .customSyntax(
              List.of("ask", "$ident$"),
              false,
              syntax -> syntax.call(syntax.input(0).text().orElseThrow(), 20))
          .customSyntax(
              List.of("fix", "$ident$", "=", "$expr$"),
              true,
              syntax -> {
                syntax.declareConstant(
                    syntax.input(0).text().orElseThrow(), syntax.input(1).evaluate());
                return null;
              })
          // The example of docs/rhai.md.
          .customSyntax(
              List.of("repeat", "$ident$", "to", "$expr$", "$block$"),
              true,
              syntax -> {
                long last = syntax.input(1).evaluate().asLong();
                int before = syntax.variables();
                syntax.declare(syntax.input(0).text().orElseThrow(), 0);
                for (long i = 1; i <= last; i++) {
                  syntax.set(syntax.input(0).text().orElseThrow(), i);
                  syntax.input(2).evaluate();
                }
                syntax.rewind(before);
                return null;
              })
          .customSyntax(List.of("who"), false, syntax -> syntax.self().orElseThrow())
          .customSyntax("perform", RhaiSyntaxTest::perform, false, RhaiSyntax::symbols)
          .rawSyntax(
              "SELECT", RhaiSyntaxTest::select, false, syntax -> syntax.state().orElseThrow())
          .build();

  private static @Nullable Object exec(RhaiSyntax syntax) {
    String name = syntax.input(0).text().orElseThrow();
    syntax.declare(name, 0);
    for (long count = 1; ; count++) {
      syntax.input(1).evaluate();
      if (count % 3 == 0) {
        syntax.declare(name + count, count);
      }
      if (!syntax.input(2).evaluate().asBoolean()) {
        return syntax.get(name).orElseThrow();
      }
    }
  }

  private static @Nullable String perform(
      List<String> symbols, String lookAhead, RhaiSyntax.State state) {
    return switch (symbols.size()) {
      case 1 -> "$ident$";
      case 2 ->
          switch (symbols.get(1)) {
            case "action" -> "$expr$";
            case "cleanup" -> "$$cleanup";
            default -> throw new IllegalArgumentException("Improper command: " + symbols.get(1));
          };
      default -> null;
    };
  }

  private static @Nullable String select(
      List<String> symbols, String lookAhead, RhaiSyntax.State state) {
    String text = (String) state.get().orElse("");
    String last = symbols.getLast();
    if (last.equals(";")) {
      return null;
    }
    if (last.equals("{")) {
      return "$inner$";
    }
    state.keep(text + (last.equals("$inner$") ? "?" : symbols.size() == 1 ? "" : last));
    return "$raw$";
  }

  private static ScriptValue run(String script) {
    try (ScriptEngine engine = engine()) {
      return engine.executeScript(ScriptSource.of("t.rhai", script));
    }
  }

  private static ScriptEngine engine() {
    return ScriptEngines.builder("rhai").option("extensions", EXTENSIONS).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '^',
      value = {
        "exec<x> -> { x += 1 } while x < 42; [x, x3, x6] ¦ [42, 3, 6]",
        "let foo = (exec<x> -> { x += 1 } while x < 42) * 100; foo ¦ 4200",
        "let n = 0; for i in 0..3 { exec<k> -> { k += 1; n += k } while k < i } n ¦ 5",
        "fn f(limit) { exec<k> -> { k += 2 } while k < limit; k } [f(3), f(8)] ¦ [4, 8]",
        "let r = unless false { 7 }; r ¦ 7",
        "let sum = 0; repeat i to 4 { sum += i } sum ¦ 10",
        "fn f(n) { let s = ``; repeat i to n { repeat k to i { s += `${i}${k} ` } } s } f(2) ¦ ^11 21 22 ^",
        "let r = unless true { 7 }; type_of(r) ¦ ()",
        "fn f(x) { twice { x += 1 } x } f(5) ¦ 7",
        "let x = 1; twice { let x = x + 1; x } ¦ 2",
        "let n = 0; twice { twice { n += 1 } } n ¦ 4",
        "let f = |v| { twice { v += 1 } v }; f.call(1) ¦ 3",
        "let a = 10; let f = || { twice { a += 1 } }; f.call(); a ¦ 12",
        "collect { let x = 1 + 1; let y = 2; } ¦ [2, true]",
        "tell abc + 42 1.5 true \"hello\" while ¦ [\"abc\", \"+\", 42, 1.5, true, \"hello\", \"while\"]",
        "let a = 2; let f = lazily |x| x + a; f.call(40) ¦ 42",
        "let f = lazily { 5 }; f.call() ¦ 5",
        "fn double(x) { x * 2 } ask double ¦ 40",
        "fix A = 3; A + 1 ¦ 4",
        "fn f() { who } let x = 5; x.f() ¦ 5",
        "fn f() { twice { this += 1 } } let x = 5; x.f(); x ¦ 7",
        "let a = [unless false { 1 }, unless false { 2 }]; a ¦ [1, 2]",
        "1 + unless false { let q = 3; q * 2 } + 4 ¦ 11",
        "perform action 1 + 2 ¦ [\"perform\", \"action\", \"$expr$\"]",
        "perform cleanup ¦ [\"perform\", \"cleanup\"]",
        "let q = 1; SELECT 'it''s // no comment' WHERE a = {q + 1}; ¦ ^ 'it''s // no comment' WHERE a = ?^"
      })
  void customSyntax_anywhere_runs(String script, String expected) {
    ScriptValue value = run(script);
    assertThat(value.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "fn f() { unless false { return 5 } 6 } f() ¦ 5",
        "let n = 0; loop { n += 1; unless n < 4 { break } } n ¦ 4",
        "let n = loop { unless false { break 8 } }; n ¦ 8",
        "let n = 0; for i in 0..5 { unless i == 2 { continue } n += i } n ¦ 2",
        "fn f() { for i in 0..9 { twice { if i == 3 { return i } } } -1 } f() ¦ 3",
        "let n = 0; while n < 9 { twice { twice { n += 1; if n == 5 { break } } } } n ¦ 5",
        "let n = 0; loop { twice { let k = 0; loop { k += 1; if k > 2 { break } } n += k } break } n ¦ 6",
        "unless false { return 3 } 4 ¦ 3",
        "let x = 1 + loop { let y = 2 + unless false { break 5 }; }; x ¦ 6"
      })
  void jumpsInInputs_loopsAndFunctionsAround_areLeft(String script, String expected) {
    assertThat(run(script).toString()).isEqualTo(expected);
  }

  @Test
  void evaluate_error_hasItsPlaceInTheScript() {
    assertThatExceptionOfType(ScriptRuntimeException.class)
        .isThrownBy(() -> run("let x = 1;\ntwice {\n  x.foo()\n}"))
        .satisfies(e -> {
          assertThat(e.location().orElseThrow().line()).isEqualTo(3);
          assertThat(e.location().orElseThrow().column()).isEqualTo(5);
        });
    assertThat(run("try { twice { throw 7 } } catch (e) { return e + 1 }").asLong()).isEqualTo(8);
  }

  @Test
  void run_throws_scriptMayCatchIt() {
    assertThat(run("try { ask missing } catch { return 1 }").asLong()).isEqualTo(1);
    assertThat(run("fn f() { who } try { f() } catch (e) { return 2 }").asLong()).isEqualTo(2);
    assertThatExceptionOfType(ScriptRuntimeException.class).isThrownBy(() -> run("who"));
  }

  @Test
  void executeScript_improperUse_isASyntaxError() {
    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> run("unless true 5"))
        .satisfies(e -> assertThat(e.location().orElseThrow().column()).isEqualTo(13));
    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> run("perform dance"))
        .withMessageContaining("Improper command: dance");
    assertThatExceptionOfType(ScriptSyntaxException.class).isThrownBy(() -> run("twice { break }"));
  }

  @Test
  void customSyntax_improperSymbols_refused() {
    RhaiExtensions.Builder builder = RhaiExtensions.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.customSyntax(List.of("while", "$expr$"), false, _ -> 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.customSyntax(List.of("a", "not a symbol"), false, _ -> 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.customSyntax(List.of(), false, _ -> 1));
  }

  @Test
  void evaluate_endlessBlock_isStopped() {
    ScriptLimits limits = ScriptLimits.none().withWallTime(Duration.ofMillis(200));
    try (ScriptEngine engine =
        ScriptEngines.builder("rhai").limits(limits).option("extensions", EXTENSIONS).build()) {
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> engine.executeScript(ScriptSource.of("unless false { loop { } }")));
      assertThat(engine.executeScript(ScriptSource.of("unless false { 1 }")).asLong()).isEqualTo(1);
    }
  }

  @Test
  void evaluate_afterwards_refused() {
    List<RhaiSyntax> kept = new ArrayList<>();
    RhaiExtensions extensions =
        RhaiExtensions.builder()
            .customSyntax(List.of("keep", "$expr$"), false, syntax -> kept.add(syntax))
            .build();
    try (ScriptEngine engine =
        ScriptEngines.builder("rhai").option("extensions", extensions).build()) {
      engine.executeScript(ScriptSource.of("keep 1"));
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> kept.getFirst().input(0).evaluate());
    }
  }
}

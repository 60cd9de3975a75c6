package dev.coachwhip.rhai;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptLimits;
import dev.coachwhip.error.ScriptSyntaxException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts beyond what the JVM takes: 65,535 bytes in a method, as many constants in a class. */
@Timeout(60)
class LargeScriptsTest extends RhaiEngineFixture {

  private static String times(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(joining());
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(joining(","));
  }

  static List<Arguments> scripts() {
    return List.of(
        Arguments.of("statements", "let x = 0;" + times(6000, i -> "x += 1;\n") + "x", 6000L),
        Arguments.of(
            "calls", "fn f(a) { a } let x = 0;" + times(4000, i -> "x = f(x) + 1;\n") + "x", 4000L),
        Arguments.of(
            "variables", times(6000, i -> "let v" + i + " = " + i + ";\n") + "v0 + v5999", 5999L),
        Arguments.of(
            "functions",
            times(3000, i -> "fn f" + i + "(x) { x + " + i + " }\n") + "f2999(1)",
            3000L),
        Arguments.of(
            "closures", "let x = 1;" + times(1500, i -> "let f = |a| a + x;\n") + "f.call(1)", 2L),
        Arguments.of("integers", "let a = [" + list(30_000, i -> "" + i) + "]; a[29999]", 29_999L),
        Arguments.of("strings", "[" + list(30_000, i -> "\"s" + i + "\"") + "].len()", 30_000L),
        Arguments.of("map", "#{" + list(8000, i -> "k" + i + ":" + i) + "}.k7999", 7999L),
        Arguments.of(
            "interpolation", "let x = 1; `" + times(6000, i -> "${x}-") + "`.len()", 12_000L),
        Arguments.of(
            "jumps",
            """
            fn g(n) {
              let x = 0;
              for i in 0..n {
                %s
              }
              x
            }
            g(10) + g(2000)
            """
                .formatted(
                    times(
                        1500,
                        i ->
                            """
                            try { if i == 1 { continue; } x += 1; if x > 20_000 { return x; } }
                            catch (e) { break; }
                            """)),
            13_500L + 20_001),
        Arguments.of(
            "value of a loop",
            "let y = loop { let n = 0;"
                + times(3000, i -> "n += 1; if n > 2500 { break n * 2; }")
                + "}; y",
            5002L),
        Arguments.of(
            "switch",
            "fn f(x) { switch x {"
                + times(5000, i -> i + " => { if x == 7 { return -7; } " + i * 2 + " }")
                + "\"text\" => -1, _ => -2 } }"
                + "[f(4999), f(7), f(\"text\"), f(1.5)]",
            List.of(9998L, -7L, -1L, -2L)),
        Arguments.of("string", "\"" + "é".repeat(400_000) + "\".len()", 400_000L));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void execute_largeScript_givesItsValue(String name, String script, Object value) {
    assertThat(engine().executeScript(script).toJava()).isEqualTo(value);
  }

  @Test
  void execute_largeScriptWithLimit_countsOn() {
    ScriptLimits limits = ScriptLimits.none().withMaxOperations(1_000_000);
    try (ScriptEngine engine = builder().limits(limits).build()) {
      assertThat(engine.executeScript("let x = 0;" + times(6000, i -> "x += 1;\n") + "x").asLong())
          .isEqualTo(6000);
    }
  }

  @Test
  void execute_largeScript_leavesItsVariablesAndConstants() {
    engine()
        .executeScript(times(5000, i -> (i % 2 == 0 ? "let v" : "const V") + i + " = " + i + ";"));

    assertThat(engine().getGlobal("v4998").asLong()).isEqualTo(4998);
    assertThat(engine().getGlobal("V4999").asLong()).isEqualTo(4999);
    assertThat(engine().executeScript("v0 + v4998 + V1").asLong()).isEqualTo(4999);
  }

  @Test
  void execute_scriptThatNeedsMoreMemoryThanThereIs_isASyntaxError() {
    ProgramMaker compiler = ProgramMakers.current();
    ProgramMakers.use((script, settings) -> {
      throw new OutOfMemoryError("as if it were large");
    });
    try {
      assertThatExceptionOfType(ScriptSyntaxException.class)
          .isThrownBy(() -> engine().executeScript("1"))
          .withMessageContaining("too large for the memory");
    } finally {
      ProgramMakers.use(compiler);
    }
  }

  @Test
  void execute_moreParametersThanTheJvmTakes_isASyntaxError() {
    String function = "fn f(" + list(300, i -> "a" + i) + ") { a299 }";

    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> engine().executeScript(function))
        .withMessageContaining("at most 100 parameters");
  }

  @Test
  void execute_mostArguments_arePassedInAllWays() {
    String names = list(100, i -> "a" + i);
    String numbers = list(100, i -> "" + i);
    String script =
        """
        fn f(%s) { a99 }
        let g = |%s| a99;
        let m = #{ g: g };
        [f(%s), g.call(%s), m.g(%s)]
        """
            .formatted(names, names, numbers, numbers, numbers);

    assertThat(engine().executeScript(script).toJava()).isEqualTo(List.of(99L, 99L, 99L));
  }

  @Test
  void execute_indivisibleExpressionThatIsTooLarge_isASyntaxError() {
    String script = "let y = 1; switch y {" + times(6000, i -> i + " if y == 1 => 0,") + "_ => 1 }";

    assertThatExceptionOfType(ScriptSyntaxException.class)
        .isThrownBy(() -> engine().executeScript(script))
        .withMessageContaining("too large to be compiled");
  }
}

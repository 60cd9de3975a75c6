package dev.coachwhip.rhai.syntax;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.rhai.ast.Script;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input ends soon. */
class ParserBoundsTest {

  private static final SyntaxOptions UNLIMITED =
      SyntaxOptions.builder().maxExpressionDepths(0, 0).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "#{a:",
        "f(",
        "|x| ",
        "!",
        "if true {",
        "x.",
        "x[",
        "`${",
        "loop {",
        "switch 1 { 1 => ",
        "try {",
        "1+",
        "x ?? ",
        "||",
        "if x {} else "
      })
  void parse_tenThousandLevels_tooDeep(String open) {
    String script = open.repeat(10_000);
    for (SyntaxOptions options : new SyntaxOptions[] {SyntaxOptions.DEFAULT, UNLIMITED}) {
      assertThatThrownBy(() -> Parser.parse(script, options))
          .isInstanceOfSatisfying(
              SyntaxError.class,
              e -> assertThat(e.kind()).isEqualTo(ParseErrorKind.EXPRESSION_TOO_DEEP));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc", "'a", "`abc", "`${1", "#\"abc", "##\"a\"#", "\"a\\", "\"\\x4"})
  void parse_unterminated_syntaxError(String script) {
    assertThatThrownBy(() -> Parser.parse(script, SyntaxOptions.DEFAULT))
        .isInstanceOf(SyntaxError.class);
  }

  @Test
  void parse_tenMegabytes_inTime() {
    String line = "let x = 1 + 2 * foo(3, [4, 5]); x += 1;\n";
    String script = line.repeat(10_000_000 / line.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(Parser.parse(script, SyntaxOptions.DEFAULT).body().statements())
                .hasSize(2 * (10_000_000 / line.length())));
  }

  @Test
  void parse_lineOfAMegabyte_inTime() {
    String script = "x = x + 1; ".repeat(100_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () ->
            assertThat(Parser.parse(script, SyntaxOptions.DEFAULT).body().statements())
                .hasSize(100_000));
  }

  @Test
  void parse_manyParameters_inTime() {
    String names = IntStream.range(0, 200_000).mapToObj(i -> "a" + i).collect(joining(","));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Script script =
              Parser.parse("fn f(" + names + ") { |" + names + "| 1 }", SyntaxOptions.DEFAULT);
          assertThat(script.functions().getFirst().parameters()).hasSize(200_000);
        });
  }

  @Test
  void parse_manyImportsInStrictMode_inTime() {
    SyntaxOptions strict = SyntaxOptions.builder().strictVariables(true).build();
    String script =
        IntStream.range(0, 40_000)
            .mapToObj(i -> "import \"m\" as m" + i + "; fn f" + i + "() { m" + i + "::x }")
            .collect(joining("\n"));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(Parser.parse(script, strict).functions()).hasSize(40_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"let s = \"\ud800\";", "let s = `\udc00`;", "\ud800", "'\udfff'"})
  void parse_loneSurrogate_unexpected(String script) {
    assertThatThrownBy(() -> Parser.parse(script, SyntaxOptions.DEFAULT))
        .isInstanceOfSatisfying(
            SyntaxError.class,
            e -> assertThat(e.lexKind()).contains(LexErrorKind.UNEXPECTED_INPUT));
  }
}

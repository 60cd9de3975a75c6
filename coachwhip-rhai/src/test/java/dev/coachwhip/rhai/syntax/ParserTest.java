package dev.coachwhip.rhai.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParserTest {

  private static Script script(String text) {
    return Parser.parse(text, SyntaxOptions.DEFAULT);
  }

  private static Expression expression(String text) {
    Statement only = script(text).body().statements().getLast();
    return ((Statement.ExpressionStatement) only).expression();
  }

  private static SyntaxError error(String text, SyntaxOptions options) {
    return assertThatExceptionOfType(SyntaxError.class)
        .isThrownBy(() -> Parser.parse(text, options))
        .actual();
  }

  @Test
  void parse_spans_columnsInCharactersAndOffsetsInChars() {
    Expression.Binary sum = (Expression.Binary) expression("'\ud83d\ude00' + abc");
    assertThat(sum.span()).isEqualTo(new Span(1, 5, 5, 10));
    assertThat(sum.right().span()).isEqualTo(new Span(1, 7, 7, 10));
  }

  @Test
  void parse_precedence_shiftsBindTighterThanPowers() {
    Expression.Binary sum = (Expression.Binary) expression("1 + 2 ** a << 3");
    assertThat(sum.operator().symbol()).isEqualTo("+");
    assertThat(((Expression.Binary) sum.right()).operator().symbol()).isEqualTo("**");
  }

  @Test
  void parse_numbers_asRhaiReadsThem() {
    assertThat(error("-0xFF", SyntaxOptions.DEFAULT).description()).contains("'xFF'");
    assertThat(expression("0xffff_ffff_ffff_ffff")).matches(e -> integer(e) == -1);
    assertThat(expression("-9223372036854775808")).matches(e -> integer(e) == Long.MIN_VALUE);
    assertThat(expression("9223372036854775808")).isInstanceOf(Expression.FloatLiteral.class);
    assertThat(((Expression.FloatLiteral) expression("7.;")).value()).isEqualTo(7.0);
    assertThat(((Expression.FloatLiteral) expression("1_0.5e-1")).value()).isEqualTo(1.05);
  }

  private static long integer(Expression e) {
    return ((Expression.IntegerLiteral) e).value();
  }

  @Test
  void parse_strings_escapesContinuationsAndRawOnes() {
    assertThat(text("\"a\\tb\\x41\\u00e9\\U0001f600\"")).isEqualTo("a\tbA\u00e9\ud83d\ude00");
    assertThat(text("\"a\\\n  b\"")).isEqualTo("a b");
    assertThat(text("##\"a \"# \\n\"##")).isEqualTo("a \"# \\n");
    assertThat(text("`\nline\r\n\\${x} ``q`` \\n`")).isEqualTo("line\n${x} `q` \\n");
  }

  private static String text(String literal) {
    return ((Expression.StringLiteral) expression(literal)).value();
  }

  @Test
  void parse_chain_flatWithDotAndNames() {
    Expression.Chain chain = (Expression.Chain) expression("(a.b)[0]?.c(1).d");
    assertThat(chain.span().column()).isEqualTo(3);
    assertThat(chain.startSpan().column()).isEqualTo(2);
    assertThat(chain.links()).hasSize(4);
    assertThat(chain.links().get(2).elvis()).isTrue();
    assertThat(chain.links().get(2).span().column()).isEqualTo(11);
  }

  @Test
  void parse_elvisIndices_markMovesAsInRhai() {
    assertThat(elvis("a?[0]")).containsExactly(true);
    assertThat(elvis("a?[0].b")).containsExactly(false, false);
    assertThat(elvis("a?[0][1]")).containsExactly(false, false);
    assertThat(elvis("a[0]?[1]")).containsExactly(true, true);
    assertThat(elvis("(a?[0]).b")).containsExactly(true, false);
  }

  private static List<Boolean> elvis(String text) {
    return ((Expression.Chain) expression(text)).links().stream().map(Link::elvis).toList();
  }

  @Test
  void parse_closure_capturesUnknownNamesButNoEarlierFunctions() {
    Script script = script("fn known() { 1 } let f = |x| { known; later(); x + y + z.w };");
    Statement.Declaration f = (Statement.Declaration) script.body().statements().getFirst();
    Expression.Closure closure = (Expression.Closure) f.value().orElseThrow();
    assertThat(closure.captures()).extracting(Name::text).containsExactly("y", "z");
    assertThat(closure.function().name()).startsWith("anon$");
  }

  @Test
  void parse_nestedClosure_outerOneCapturesToo() {
    Expression.Closure outer = (Expression.Closure) expression("|a| |b| a + b + c");
    assertThat(outer.captures()).extracting(Name::text).containsExactly("c");
  }

  @Test
  void parse_function_keepsCommentsAndType() {
    Script script =
        script("//! All.\n/// One.\n/// Two.\nprivate fn int.f(a) { }\n/** B */ fn g() { }");
    assertThat(script.comments()).containsExactly("//! All.");
    Function f = script.functions().getFirst();
    assertThat(f.comments()).containsExactly("/// One.\n/// Two.");
    assertThat(f.thisType()).isEqualTo(Optional.of("int"));
    assertThat(f.visible()).isFalse();
    assertThat(script.functions().getLast().comments()).containsExactly("/** B */");
  }

  @Test
  void parse_switchAndIf_blocksOfOne() {
    Expression.If choice = (Expression.If) expression("if a { 1 } else if b { 2 }");
    assertThat(choice.otherwise().orElseThrow().statements()).hasSize(1);
    Expression.Switch cases =
        (Expression.Switch) expression("switch x { 1 | 2..4 if y => 5, 'a' => return, _ => 6 }");
    assertThat(cases.cases().getFirst().labels()).hasSize(2);
    assertThat(cases.cases().getLast().body()).isInstanceOf(Expression.BlockExpression.class);
    assertThat(cases.otherwise()).isPresent();
  }

  @Test
  void parse_deepFunction_smallerLimit() {
    String nested = "(".repeat(20) + "1" + ")".repeat(20);
    assertThat(script("let x = " + nested + ";").body().statements()).hasSize(1);
    assertThat(error("fn f() { let x = " + nested + "; }", SyntaxOptions.DEFAULT).kind())
        .isEqualTo(ParseErrorKind.EXPRESSION_TOO_DEEP);
  }

  @Test
  void parse_limits_literalsTooLarge() {
    SyntaxOptions options =
        SyntaxOptions.builder().maxArraySize(2).maxMapSize(1).maxStringSize(3).build();
    assertThat(error("[1, 2, 3]", options).getMessage())
        .isEqualTo(
            "Syntax error: Size of array literal exceeds the maximum limit (2) (line 1, position"
                + " 8)");
    assertThat(error("#{a: 1, b: 2}", options).column()).isEqualTo(12);
    assertThat(error("\"abcd\"", options).kind()).isEqualTo(ParseErrorKind.LITERAL_TOO_LARGE);
  }

  @Test
  void parse_strictVariables_unknownOnesRefused() {
    SyntaxOptions options =
        SyntaxOptions.builder().strictVariables(true).knownVariables(Set.of("host")).build();
    assertThat(error("let a = host; a + b", options).description())
        .isEqualTo("Undefined variable: b");
    assertThat(error("m::f(1)", options).kind()).isEqualTo(ParseErrorKind.MODULE_UNDEFINED);
    assertThat(error("let f = || q;", options).column()).isEqualTo(12);
  }

  @Test
  void parse_features_forbiddenOnesAreUnexpected() {
    SyntaxOptions options =
        SyntaxOptions.builder()
            .forbid(Set.of(SyntaxOptions.Feature.LOOPING, SyntaxOptions.Feature.IF_EXPRESSION))
            .build();
    assertThat(error("while true { }", options).description()).isEqualTo("Unexpected 'while'");
    assertThat(error("let x = if true { 1 };", options).description()).isEqualTo("Unexpected 'if'");
  }

  @Test
  void parse_customOperatorAndSyntax_nodesOfTheHost() {
    SyntaxOptions options =
        SyntaxOptions.builder()
            .operators(Map.of("unless", 45, "#", 160))
            .customSyntaxes(
                List.of(new CustomSyntax(List.of("exec", "$ident$", "<-", "$expr$"), true)))
            .build();
    Script script = Parser.parse("a unless b # c; exec x <- 1 + 2", options);
    Expression operation =
        ((Statement.ExpressionStatement) script.body().statements().getFirst()).expression();
    assertThat(((Expression.CustomBinary) operation).operator()).isEqualTo("unless");
    Expression syntax =
        ((Statement.ExpressionStatement) script.body().statements().getLast()).expression();
    assertThat(((Expression.CustomSyntax) syntax).inputs()).hasSize(2);
    assertThat(((Expression.CustomSyntax) syntax).tokens())
        .containsExactly("exec", "x", "<-", "$expr$");
    assertThat(error("exec x = 1", options).description())
        .isEqualTo("Expecting '<-' for 'exec' expression");
  }

  @Test
  void parseEval_functionsOrClosures_refusedWithoutPlace() {
    assertThat(Parser.parseEval(" \n 1 + 1 ", SyntaxOptions.DEFAULT).body().statements())
        .hasSize(1);
    for (String text : List.of("fn f() { }", "|x| x")) {
      assertThatExceptionOfType(SyntaxError.class)
          .isThrownBy(() -> Parser.parseEval(text, SyntaxOptions.DEFAULT))
          .matches(e -> e.kind() == ParseErrorKind.WRONG_FUNCTION_DEFINITION && e.line() == 0);
    }
  }

  @Test
  void parseJson_bracesAndNull_mapsAndUnit() {
    Expression.MapLiteral map =
        (Expression.MapLiteral)
            Parser.parseJson("{\"a\": null, \"b\": {\"c\": [1, -2.5]}}", SyntaxOptions.DEFAULT);
    assertThat(map.entries().getFirst().value()).isInstanceOf(Expression.UnitLiteral.class);
    assertThatExceptionOfType(SyntaxError.class)
        .isThrownBy(() -> Parser.parseJson("{a: 1}", SyntaxOptions.DEFAULT))
        .matches(e -> e.kind() == ParseErrorKind.PROPERTY_EXPECTED && e.column() == 2);
  }

  @Test
  void parseExpression_statements_refused() {
    assertThat(Parser.parseExpression("1 + 2", SyntaxOptions.DEFAULT))
        .isInstanceOf(Expression.Binary.class);
    for (String text : List.of("let x = 1", "{ 1 }", "1; 2", "loop { }")) {
      assertThatExceptionOfType(SyntaxError.class)
          .isThrownBy(() -> Parser.parseExpression(text, SyntaxOptions.DEFAULT));
    }
  }

  @Test
  void check_severalErrors_allReported() {
    String text =
        """
        let = 1;
        let a = [1 2];
        fn f() {
          let b = ;
          b + ;
        }
        a + 1
        """;
    List<SyntaxError> errors = Parser.check(text, SyntaxOptions.DEFAULT);
    assertThat(errors).extracting(SyntaxError::line).containsExactly(1, 2, 4, 5);
  }

  @Test
  void message_withoutPlace_endsAfterText() {
    assertThat(SyntaxError.reserved("if", Span.NONE).getMessage())
        .isEqualTo("Syntax error: 'if' is a reserved keyword");
  }
}

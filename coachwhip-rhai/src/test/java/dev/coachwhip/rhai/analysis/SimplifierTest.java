package dev.coachwhip.rhai.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What real Rhai 1.26 was seen to do. */
class SimplifierTest {

  private static List<Statement> left(String text) {
    Script script = Parser.parse(text, SyntaxOptions.DEFAULT);
    return Simplifier.simplify(script, SyntaxOptions.DEFAULT).body().statements();
  }

  private static Expression last(String text) {
    return ((Statement.ExpressionStatement) left(text).getLast()).expression();
  }

  @Test
  void simplify_sumAssignedToItsFirstTerm_becomesOperatorAssignment() {
    Statement.Assignment assignment =
        (Statement.Assignment) left("let x = 1; x = x + a(); x").get(1);
    assertThat(assignment.operator()).contains(BinaryOperator.ADD);
    assertThat(assignment.span().column()).isEqualTo(18);
  }

  @Test
  void simplify_neutralOperands_dropped() {
    assertThat(last("n && true")).isInstanceOf(Expression.Variable.class);
    assertThat(last("n || false")).isInstanceOf(Expression.Variable.class);
    assertThat(last("true || f()")).isInstanceOf(Expression.BooleanLiteral.class);
    assertThat(last("f() && false")).isInstanceOf(Expression.ShortCircuit.class);
    assertThat(last("() ?? ()"))
        .isInstanceOfSatisfying(
            Expression.BooleanLiteral.class, e -> assertThat(e.value()).isFalse());
  }

  @Test
  void simplify_unusedPureStatements_dropped() {
    assertThat(left("nope; 1; [2]; x.kept; 5")).hasSize(2);
    assertThat(left("let n = 1; if n { } 5")).hasSize(2);
    assertThat(left("5; { }")).hasSize(1);
    assertThat(left("while false { f(); } 1")).hasSize(1);
    assertThat(left("for i in 0..3 { } 1")).hasSize(1);
  }

  @Test
  void simplify_pureTry_leavesNothing() {
    assertThat(left("try { 5 } catch { 6 }")).isEmpty();
    assertThat(left("try { nope } catch { 6 }")).isEmpty();
    assertThat(left("try { f() } catch { 6 }")).isNotEmpty();
  }

  @Test
  void simplify_importAtEndOfBlock_dropped() {
    Statement.TryCatch statement =
        (Statement.TryCatch) left("try { f(); import \"m\" as m; } catch { g() } 1").getFirst();
    assertThat(statement.body().statements()).hasSize(1);
  }

  @Test
  void simplify_constants_takeThePlaceOfTheirNames() {
    assertThat(integer(last("const A = 2; const B = A * 3; B + 1"))).isEqualTo(7);
    assertThat(last("const M = #{a: [1]}; M.a")).isInstanceOf(Expression.ArrayLiteral.class);
    assertThat(last("const K = 1; { let K = f(); K }"))
        .isInstanceOf(Expression.BlockExpression.class);
    assertThat(last("let K = 1; K + 1")).isInstanceOf(Expression.Binary.class);
  }

  private static long integer(Expression e) {
    return ((Expression.IntegerLiteral) e).value();
  }

  @Test
  void simplify_capturedConstant_copiedIntoTheClosure() {
    Statement.Declaration f =
        (Statement.Declaration) left("const K = 1; let y = 2; let f = || K + y; f").get(2);
    Expression.Closure closure = (Expression.Closure) f.value().orElseThrow();
    assertThat(closure.captures()).hasSize(1);
    assertThat(closure.function().body().statements()).hasSize(2);
  }

  @Test
  void simplify_constantClosure_onlyItsNameIsLeft() {
    Expression.Chain chain = (Expression.Chain) last("const F = |x| x; [1].map(F)");
    assertThat(chain.links().getFirst().toString()).contains("Fn", "anon$");
  }

  @Test
  void simplify_literals_indexedAndJoined() {
    assertThat(integer(last("[10, 20][-1] + #{k: 5}.k"))).isEqualTo(25);
    assertThat(last("\"abc\"[1]")).isInstanceOf(Expression.CharacterLiteral.class);
    assertThat(last("5[2]")).isInstanceOf(Expression.BooleanLiteral.class);
    assertThat(((Expression.StringLiteral) last("`${[1, 'c', \"s\"]}${1e20}`")).value())
        .isEqualTo("[1, 'c', \"s\"]1e20");
    assertThat(((Expression.StringLiteral) last("\"a\" + 'b' + \"c\"")).value()).isEqualTo("abc");
    assertThat(last("1 / 0")).isInstanceOf(Expression.Binary.class);
  }

  @Test
  void simplify_whatFollowsReturn_dropped() {
    Script script = Parser.parse("fn f() { return 1; g(); }", SyntaxOptions.DEFAULT);
    Script simpler = Simplifier.simplify(script, SyntaxOptions.DEFAULT);
    assertThat(simpler.functions().getFirst().body().statements()).hasSize(1);
  }

  @Test
  void simplify_constantsThatDouble_inBoundedTimeAndMemory() {
    for (String doubled : List.of("[%s, %s]", "%s + %s", "`${%s}${%s}`", "#{a: %s, b: %s}")) {
      String script =
          "const A0 = \"aaaaaaaaaaaaaaaa\";"
              + IntStream.range(1, 60)
                  .mapToObj(i -> "const A" + i + " = " + doubled.replace("%s", "A" + (i - 1)) + ";")
                  .collect(Collectors.joining());
      Assertions.assertTimeout(Duration.ofSeconds(10), () -> assertThat(left(script)).isNotEmpty());
    }
  }
}

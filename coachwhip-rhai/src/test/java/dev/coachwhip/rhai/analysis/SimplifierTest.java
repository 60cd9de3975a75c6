package dev.coachwhip.rhai.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Script;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplifierTest {

  private static Script optimized(String text) {
    return Simplifier.simplify(Parser.parse(text, SyntaxOptions.DEFAULT), SyntaxOptions.DEFAULT);
  }

  private static List<Statement> statements(String text) {
    return optimized(text).body().statements();
  }

  private static Expression value(String text) {
    Statement last = statements(text).getLast();
    return ((Statement.ExpressionStatement) last).expression();
  }

  private static List<Statement> function(String text) {
    return optimized(text).functions().getFirst().body().statements();
  }

  @Test
  void simplify_pureStatements_go() {
    assertThat(statements("nothing; 5; 'x'; [1, 2]; foo(); 7")).hasSize(2);
  }

  @Test
  void simplify_lastStatement_stays() {
    assertThat(statements("let x = 1; x")).hasSize(2);
  }

  @Test
  void simplify_propertyRead_stays() {
    assertThat(statements("let x = 1; x.y; 5")).hasSize(3);
  }

  @Test
  void simplify_sumWithItself_becomesAssignmentWithOperator() {
    Statement.Assignment assignment =
        (Statement.Assignment) statements("let x = 1; x = x + 2 * x").getLast();

    assertThat(assignment.operator()).contains(BinaryOperator.ADD);
    assertThat(assignment.span().column()).isEqualTo(18);
    assertThat(assignment.value()).isInstanceOf(Expression.Binary.class);
  }

  @Test
  void simplify_sumOfAnother_staysAssignment() {
    Statement.Assignment assignment =
        (Statement.Assignment) statements("let x = 1; let y = 2; x = y + x").getLast();

    assertThat(assignment.operator()).isEmpty();
  }

  @Test
  void simplify_comparisonWithItself_staysAssignment() {
    Statement.Assignment assignment =
        (Statement.Assignment) statements("let x = 1; x = x == 1").getLast();

    assertThat(assignment.operator()).isEmpty();
  }

  @Test
  void simplify_literals_areFolded() {
    assertThat(value("1 + 2 * 3"))
        .isInstanceOfSatisfying(
            Expression.IntegerLiteral.class, literal -> assertThat(literal.value()).isEqualTo(7));
    assertThat(value("\"a\" + 'b'")).isInstanceOf(Expression.StringLiteral.class);
    assertThat(value("!(1 < 2)")).isInstanceOf(Expression.BooleanLiteral.class);
    assertThat(value("[10, 20][-1]")).isInstanceOf(Expression.IntegerLiteral.class);
    assertThat(value("#{a: 1}.b")).isInstanceOf(Expression.UnitLiteral.class);
    assertThat(value("type_of(1.5)")).isInstanceOf(Expression.StringLiteral.class);
  }

  @Test
  void simplify_failingLiterals_stay() {
    assertThat(value("1 / 0")).isInstanceOf(Expression.Binary.class);
    assertThat(value("1 + true")).isInstanceOf(Expression.Binary.class);
    assertThat(value("[1][1]")).isInstanceOf(Expression.Chain.class);
  }

  @Test
  void simplify_neutralOperands_go() {
    assertThat(value("let n = 1; n && true")).isInstanceOf(Expression.Variable.class);
    assertThat(value("let n = 1; false || n")).isInstanceOf(Expression.Variable.class);
    assertThat(value("let n = 1; () ?? n")).isInstanceOf(Expression.Variable.class);
  }

  @Test
  void simplify_decidedOperands_goUnlessTheyHaveEffects() {
    assertThat(value("true || foo()")).isInstanceOf(Expression.BooleanLiteral.class);
    assertThat(value("foo() || true || bar()"))
        .isInstanceOfSatisfying(
            Expression.ShortCircuit.class,
            both -> assertThat(both.left()).isInstanceOf(Expression.Call.class));
  }

  @Test
  void simplify_constantOfLiteral_standsForIt() {
    assertThat(value("const X = 2 + 3; X * 2"))
        .isInstanceOfSatisfying(
            Expression.IntegerLiteral.class, literal -> assertThat(literal.value()).isEqualTo(10));
  }

  @Test
  void simplify_constantHiddenByVariable_staysVariable() {
    assertThat(value("const X = 1; let X = 2; X")).isInstanceOf(Expression.Variable.class);
  }

  @Test
  void simplify_constantAfterEval_staysVariable() {
    assertThat(value("const X = 1; let y = eval(\"let X = 2\"); X"))
        .isInstanceOf(Expression.Variable.class);
  }

  @Test
  void simplify_constantAsReceiver_staysVariable() {
    assertThat(value("const X = [1]; X.push(2)"))
        .isInstanceOfSatisfying(
            Expression.Chain.class,
            chain -> assertThat(chain.base()).isInstanceOf(Expression.Variable.class));
  }

  @Test
  void simplify_capturedConstant_isCopiedIntoTheClosure() {
    assertThat(value("const X = 1; let y = 2; |z| X + y + z"))
        .isInstanceOfSatisfying(
            Expression.Closure.class,
            closure -> {
              assertThat(closure.captures()).extracting("text").containsExactly("y");
              assertThat(closure.function().body().statements().getFirst())
                  .isInstanceOfSatisfying(
                      Statement.Declaration.class,
                      copy -> assertThat(copy.name().text()).isEqualTo("X"));
            });
  }

  @Test
  void simplify_constantAfterEvalAlone_standsForItsLiteral() {
    // Rhai notes the statement in a first round without looking into it.
    assertThat(value("const X = 1; eval(\"let X = 2\"); X"))
        .isInstanceOf(Expression.IntegerLiteral.class);
  }

  @Test
  void simplify_knownCondition_leavesOneBranch() {
    assertThat(statements("if 1 > 2 { foo() } else { bar() }"))
        .containsExactly(new Statement.ExpressionStatement(value("                          bar()")));
  }

  @Test
  void simplify_emptyIf_leavesCondition() {
    assertThat(statements("let n = 1; if n { } 5")).hasSize(2);
    assertThat(statements("if foo() { } 5")).hasSize(2);
  }

  @Test
  void simplify_nestedIfs_areOne() {
    assertThat(value("let a = 1; if a { if b() { foo() } }"))
        .isInstanceOfSatisfying(
            Expression.If.class,
            choice -> assertThat(choice.condition()).isInstanceOf(Expression.ShortCircuit.class));
  }

  @Test
  void simplify_pureTry_goes() {
    assertThat(function("fn f() { try { 5 } catch { 6 } }")).isEmpty();
  }

  @Test
  void simplify_valueOfTry_isDropped() {
    Statement.TryCatch statement =
        (Statement.TryCatch) function("fn f() { try { foo(); 5 } catch { 6 } }").getFirst();

    assertThat(statement.body().statements()).hasSize(1);
    assertThat(statement.handler().statements()).isEmpty();
  }

  @Test
  void simplify_afterReturn_isDropped() {
    assertThat(function("fn f() { return 1; foo(); }"))
        .singleElement()
        .isInstanceOf(Statement.ExpressionStatement.class);
  }

  @Test
  void simplify_loopThatNeverRuns_goes() {
    assertThat(statements("while false { foo(); } 5")).hasSize(1);
    assertThat(statements("for i in 0..3 { } 5")).hasSize(1);
  }

  @Test
  void simplify_endlessLoop_stays() {
    assertThat(statements("loop { } 5")).hasSize(2);
  }

  @Test
  void simplify_importAtTheEndOfABlock_goes() {
    assertThat(statements("{ import \"x\" as x; } 5")).hasSize(1);
    assertThat(statements("{ import \"x\" as x; x::f(); } 5")).hasSize(2);
  }

  @Test
  void simplify_interpolationOfLiterals_isString() {
    assertThat(value("`a${1}b${\"c\"}`"))
        .isInstanceOfSatisfying(
            Expression.StringLiteral.class, text -> assertThat(text.value()).isEqualTo("a1bc"));
  }
}

package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.Statement;

/** Walks the tree of a body in the order of the source, but not into closures. */
abstract class TreeVisitor {

  void visit(Block block) {
    block.statements().forEach(this::visit);
  }

  void visit(Statement statement) {
    switch (statement) {
      case Statement.ExpressionStatement s -> visit(s.expression());
      case Statement.Declaration s -> s.value().ifPresent(this::visit);
      case Statement.Assignment s -> {
        visit(s.target());
        visit(s.value());
      }
      case Statement.Return s -> s.value().ifPresent(this::visit);
      case Statement.Throw s -> s.value().ifPresent(this::visit);
      case Statement.Break s -> s.value().ifPresent(this::visit);
      case Statement.TryCatch s -> {
        visit(s.body());
        visit(s.handler());
      }
      case Statement.Import s -> visit(s.path());
      case Statement.Continue s -> {}
      case Statement.Export s -> {}
      case Statement.Empty s -> {}
    }
  }

  void visit(Expression expression) {
    switch (expression) {
      case Expression.IntegerLiteral e -> {}
      case Expression.FloatLiteral e -> {}
      case Expression.BooleanLiteral e -> {}
      case Expression.CharacterLiteral e -> {}
      case Expression.StringLiteral e -> {}
      case Expression.UnitLiteral e -> {}
      case Expression.Variable e -> {}
      case Expression.This e -> {}
      case Expression.QualifiedVariable e -> {}
      case Expression.Closure e -> {}
      case Expression.InterpolatedString e -> e.parts().forEach(this::visit);
      case Expression.ArrayLiteral e -> e.items().forEach(this::visit);
      case Expression.MapLiteral e -> e.entries().forEach(entry -> visit(entry.value()));
      case Expression.Unary e -> visit(e.operand());
      case Expression.Binary e -> both(e.left(), e.right());
      case Expression.ShortCircuit e -> both(e.left(), e.right());
      case Expression.CustomBinary e -> both(e.left(), e.right());
      case Expression.Membership e -> both(e.item(), e.container());
      case Expression.RangeLiteral e -> {
        e.start().ifPresent(this::visit);
        e.end().ifPresent(this::visit);
      }
      case Expression.Call e -> e.arguments().forEach(this::visit);
      case Expression.QualifiedCall e -> e.arguments().forEach(this::visit);
      case Expression.Chain e -> {
        visit(e.base());
        e.links().forEach(this::visitLink);
      }
      case Expression.BlockExpression e -> visit(e.block());
      case Expression.If e -> {
        visit(e.condition());
        visit(e.then());
        e.otherwise().ifPresent(this::visit);
      }
      case Expression.Switch e -> {
        visit(e.subject());
        for (Expression.SwitchCase each : e.cases()) {
          each.guard().ifPresent(this::visit);
          visit(each.body());
        }
        e.otherwise().ifPresent(this::visit);
      }
      case Expression.While e -> {
        e.condition().ifPresent(this::visit);
        visit(e.body());
      }
      case Expression.DoLoop e -> {
        visit(e.body());
        visit(e.condition());
      }
      case Expression.For e -> {
        visit(e.iterable());
        visit(e.body());
      }
      case Expression.Leave e -> visit(e.jump());
      case Expression.CustomSyntax e -> e.inputs().forEach(this::visit);
    }
  }

  private void both(Expression left, Expression right) {
    visit(left);
    visit(right);
  }

  private void visitLink(Link link) {
    switch (link) {
      case Link.Property ignored -> {}
      case Link.Index index -> visit(index.index());
      case Link.Method method -> method.arguments().forEach(this::visit);
    }
  }
}

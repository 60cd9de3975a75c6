package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.BooleanLiteral;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.Words;
import java.util.Optional;

/** What Rhai holds for constant, and for free of effects. */
final class Purity {

  private Purity() {}

  /** Tells whether an expression is a literal through and through. */
  static boolean isConstant(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> true;
      case Expression.FloatLiteral e -> true;
      case BooleanLiteral e -> true;
      case Expression.CharacterLiteral e -> true;
      case Expression.StringLiteral e -> true;
      case Expression.UnitLiteral e -> true;
      case Expression.InterpolatedString e -> e.parts().stream().allMatch(Purity::isConstant);
      case Expression.ArrayLiteral e -> e.items().stream().allMatch(Purity::isConstant);
      case Expression.MapLiteral e ->
          e.entries().stream().allMatch(entry -> isConstant(entry.value()));
      case Expression.RangeLiteral e -> isBound(e.start()) && isBound(e.end());
      case Expression.Closure e -> e.captures().isEmpty();
      case Expression.Call e -> isPointer(e);
      default -> false;
    };
  }

  private static boolean isBound(Optional<Expression> bound) {
    return bound.isEmpty() || bound.get() instanceof Expression.IntegerLiteral;
  }

  private static boolean isPointer(Expression.Call call) {
    return call.name().equals("Fn")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expression.StringLiteral name
        && Words.isFunctionName(name.value());
  }

  /** Tells whether evaluating it has no effect. Looking up a variable is one. */
  static boolean isPure(Expression expression) {
    return switch (expression) {
      case Expression.InterpolatedString e -> e.parts().stream().allMatch(Purity::isPure);
      case Expression.ArrayLiteral e -> e.items().stream().allMatch(Purity::isPure);
      case Expression.MapLiteral e ->
          e.entries().stream().allMatch(entry -> isPure(entry.value()));
      case Expression.ShortCircuit e -> isPure(e.left()) && isPure(e.right());
      case Expression.BlockExpression e -> isPure(e.block());
      case Expression.If e ->
          isPure(e.condition()) && isPure(e.then()) && e.otherwise().stream().allMatch(Purity::isPure);
      case Expression.Switch e -> isPure(e);
      case Expression.While e -> e.condition().stream().anyMatch(c -> is(c, false));
      case Expression.DoLoop e -> is(e.condition(), e.until()) && isPure(e.body());
      case Expression.For e -> isPure(e.iterable()) && isPure(e.body());
      default -> isConstant(expression);
    };
  }

  /** Tells whether an expression is this truth. */
  static boolean is(Expression expression, boolean value) {
    return expression instanceof BooleanLiteral literal && literal.value() == value;
  }

  private static boolean isPure(Expression.Switch choice) {
    return isPure(choice.subject())
        && choice.cases().stream()
            .allMatch(each -> each.guard().stream().allMatch(Purity::isPure) && isPure(each.body()))
        && choice.otherwise().stream().anyMatch(Purity::isPure);
  }

  static boolean isPure(Block block) {
    return block.statements().stream().allMatch(Purity::isPure);
  }

  static boolean isPure(Statement statement) {
    return switch (statement) {
      case Statement.Empty s -> true;
      case Statement.ExpressionStatement s -> isPure(s.expression());
      case Statement.TryCatch s ->
          s.variable().isEmpty() && isPure(s.body()) && isPure(s.handler());
      default -> false;
    };
  }

  /** Tells whether the effects of a statement end with its block. */
  static boolean isPureInside(Statement statement) {
    return switch (statement) {
      case Statement.Declaration s -> s.value().stream().allMatch(Purity::isPure);
      case Statement.Import s -> isPure(s.path());
      case Statement.Export s -> true;
      default -> isPure(statement);
    };
  }

  /** Tells whether a statement means something else in another block. */
  static boolean dependsOnBlock(Statement statement) {
    return switch (statement) {
      case Statement.Declaration s -> true;
      case Statement.Import s -> true;
      case Statement.Export s -> true;
      case Statement.ExpressionStatement s ->
          s.expression() instanceof Expression.Call call && call.name().equals("eval");
      default -> false;
    };
  }

  /** Tells whether what follows a statement is never reached. */
  static boolean leaves(Statement statement) {
    return statement instanceof Statement.Return
        || statement instanceof Statement.Throw
        || statement instanceof Statement.Break
        || statement instanceof Statement.Continue;
  }

  /** Tells whether a statement is one that can have a value; loops are none, for all that they can. */
  static boolean hasValue(Statement statement) {
    return statement instanceof Statement.ExpressionStatement s
        && !(s.expression() instanceof Expression.While
            || s.expression() instanceof Expression.DoLoop
            || s.expression() instanceof Expression.For);
  }
}

package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.syntax.Words;
import java.util.List;
import java.util.Optional;

/** What Rhai takes for free of effects, and for constant. */
final class Purity {

  private Purity() {}

  static boolean isPure(Statement statement) {
    return switch (statement) {
      case Statement.Empty s -> true;
      case Statement.ExpressionStatement s -> isPure(s.expression());
      case Statement.TryCatch s ->
          s.variable().isEmpty() && isPure(s.body()) && isPure(s.handler());
      default -> false;
    };
  }

  private static boolean isPure(Block block) {
    return areAllPure(block.statements());
  }

  static boolean areAllPure(List<Statement> statements) {
    return statements.stream().allMatch(Purity::isPure);
  }

  static boolean isPure(Expression expression) {
    return switch (expression) {
      case Expression.InterpolatedString e -> e.parts().stream().allMatch(Purity::isPure);
      case Expression.ArrayLiteral e -> e.items().stream().allMatch(Purity::isPure);
      case Expression.MapLiteral e -> e.entries().stream().allMatch(entry -> isPure(entry.value()));
      case Expression.ShortCircuit e -> isPure(e.left()) && isPure(e.right());
      case Expression.BlockExpression e -> isPure(e.block());
      case Expression.If e ->
          isPure(e.condition())
              && isPure(e.then())
              && e.otherwise().map(Purity::isPure).orElse(true);
      case Expression.Switch e -> isPureSwitch(e);
      case Expression.While e -> e.condition().filter(Purity::isFalse).isPresent();
      case Expression.DoLoop e ->
          e.condition() instanceof Expression.BooleanLiteral end
              && end.value() == e.until()
              && isPure(e.body());
      case Expression.For e -> isPure(e.iterable()) && isPure(e.body());
      default -> isConstant(expression);
    };
  }

  private static boolean isPureSwitch(Expression.Switch e) {
    return isPure(e.subject())
        && e.cases().stream()
            .allMatch(c -> c.guard().map(Purity::isPure).orElse(true) && isPure(c.body()))
        && e.otherwise().filter(Purity::isPure).isPresent();
  }

  static boolean isTrue(Expression expression) {
    return expression instanceof Expression.BooleanLiteral literal && literal.value();
  }

  static boolean isFalse(Expression expression) {
    return expression instanceof Expression.BooleanLiteral literal && !literal.value();
  }

  /** Tells whether an expression is a literal all through, or what Rhai makes one of. */
  static boolean isConstant(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> true;
      case Expression.FloatLiteral e -> true;
      case Expression.BooleanLiteral e -> true;
      case Expression.CharacterLiteral e -> true;
      case Expression.StringLiteral e -> true;
      case Expression.UnitLiteral e -> true;
      case Expression.Closure e -> e.captures().isEmpty();
      case Expression.InterpolatedString e -> e.parts().stream().allMatch(Purity::isConstant);
      case Expression.ArrayLiteral e -> e.items().stream().allMatch(Purity::isConstant);
      case Expression.MapLiteral e ->
          e.entries().stream().allMatch(entry -> isConstant(entry.value()));
      case Expression.RangeLiteral e -> isConstantRange(e);
      case Expression.Call e -> isFunctionPointer(e) || isCurried(e);
      default -> false;
    };
  }

  private static boolean isConstantRange(Expression.RangeLiteral range) {
    return isBound(range.start())
        && isBound(range.end())
        && (isInteger(range.start()) || isInteger(range.end()));
  }

  private static boolean isBound(Optional<Expression> bound) {
    return bound.isEmpty() || bound.get() instanceof Expression.UnitLiteral || isInteger(bound);
  }

  private static boolean isInteger(Optional<Expression> bound) {
    return bound.isPresent() && bound.get() instanceof Expression.IntegerLiteral;
  }

  /** Tells whether a call makes a function pointer of a name that functions can have. */
  static boolean isFunctionPointer(Expression expression) {
    return expression instanceof Expression.Call call
        && call.name().equals("Fn")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expression.StringLiteral name
        && Words.isFunctionName(name.value());
  }

  private static boolean isCurried(Expression.Call call) {
    return call.name().equals("curry")
        && call.arguments().size() >= 2
        && isPointer(call.arguments().getFirst())
        && call.arguments().stream().allMatch(Purity::isConstant);
  }

  private static boolean isPointer(Expression expression) {
    return (expression instanceof Expression.Closure closure && closure.captures().isEmpty())
        || isFunctionPointer(expression)
        || (expression instanceof Expression.Call call && isCurried(call));
  }

  /** Tells whether the effects of a statement end with its block. */
  static boolean isInternallyPure(Statement statement) {
    return switch (statement) {
      case Statement.Declaration s -> s.value().map(Purity::isPure).orElse(true);
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
      case Statement.ExpressionStatement(Expression.Call call) -> call.name().equals("eval");
      default -> false;
    };
  }

  /** Tells whether a statement may have a value. */
  static boolean returnsValue(Statement statement) {
    return statement instanceof Statement.ExpressionStatement s
        && !(s.expression() instanceof Expression.While)
        && !(s.expression() instanceof Expression.DoLoop)
        && !(s.expression() instanceof Expression.For);
  }

  /** Tells whether nothing after a statement runs. */
  static boolean leaves(Statement statement) {
    return statement instanceof Statement.Return
        || statement instanceof Statement.Throw
        || statement instanceof Statement.Break
        || statement instanceof Statement.Continue;
  }
}

package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.ast.Statement.ExpressionStatement;
import java.util.List;
import java.util.Optional;

/** Single statements. */
final class Statements {

  private final Constants constants;
  private final Expressions expressions;
  private final Blocks blocks;

  Statements(Constants constants, Expressions expressions, Blocks blocks) {
    this.constants = constants;
    this.expressions = expressions;
    this.blocks = blocks;
  }

  /** Returns a statement optimized; {@code needed} tells whether its value matters. */
  Statement optimize(Statement statement, boolean needed) {
    return switch (statement) {
      case Statement.Assignment s -> assignment(s);
      case Statement.Return s -> new Statement.Return(s.span(), each(s.value()));
      case Statement.Throw s -> new Statement.Throw(s.span(), each(s.value()));
      case Statement.Break s -> new Statement.Break(s.span(), each(s.value()));
      case Statement.TryCatch s -> tryCatch(s);
      case Statement.Import s -> new Statement.Import(s.span(), one(s.path()), s.alias());
      case ExpressionStatement s -> expression(s.expression(), needed);
      case Statement.Declaration s -> s;
      case Statement.Continue s -> s;
      case Statement.Export s -> s;
      case Statement.Empty s -> s;
    };
  }

  private Expression one(Expression expression) {
    return expressions.optimize(expression, false);
  }

  private Optional<Expression> each(Optional<Expression> expression) {
    return expression.map(this::one);
  }

  private Statement assignment(Statement.Assignment s) {
    if (s.operator().isEmpty()
        && s.target() instanceof Expression.Variable target
        && s.value() instanceof Expression.Binary sum
        && sum.operator().compareTo(dev.coachwhip.rhai.ast.BinaryOperator.EQUAL) < 0
        && sum.left() instanceof Expression.Variable same
        && same.name().equals(target.name())) {
      constants.change();
      return new Statement.Assignment(
          sum.span(), target, Optional.of(sum.operator()), sum.right());
    }
    Expression target = s.target() instanceof Expression.Chain ? one(s.target()) : s.target();
    return new Statement.Assignment(s.span(), target, s.operator(), one(s.value()));
  }

  private Statement tryCatch(Statement.TryCatch s) {
    Block body = blocks.optimize(s.body(), false);
    if (Purity.isPure(s.body())) {
      constants.change();
      return block(body.span(), body);
    }
    return new Statement.TryCatch(
        s.span(), body, s.variable(), blocks.optimize(s.handler(), false));
  }

  private static Statement block(Span span, Block block) {
    return new ExpressionStatement(new Expression.BlockExpression(span, block));
  }

  private Statement expression(Expression expression, boolean needed) {
    return switch (expression) {
      case Expression.If e -> choice(e, needed);
      case Expression.Switch e -> new ExpressionStatement(choice(e));
      case Expression.While e -> loop(e);
      case Expression.DoLoop e ->
          new ExpressionStatement(
              new Expression.DoLoop(
                  e.span(), blocks.optimize(e.body(), false), one(e.condition()), e.until()));
      case Expression.For e ->
          new ExpressionStatement(
              new Expression.For(
                  e.span(),
                  e.variable(),
                  e.counter(),
                  one(e.iterable()),
                  blocks.optimize(e.body(), false)));
      case Expression.BlockExpression e -> block(e, needed);
      default -> new ExpressionStatement(one(expression));
    };
  }

  private Statement block(Expression.BlockExpression e, boolean needed) {
    Block block = blocks.optimize(e.block(), needed);
    List<Statement> inside = block.statements();
    if (inside.isEmpty()) {
      constants.change();
      return new Statement.Empty(e.span());
    }
    if (inside.size() == 1 && !Purity.dependsOnBlock(inside.getFirst())) {
      constants.change();
      return inside.getFirst();
    }
    return block(e.span(), block);
  }

  private static boolean isEmpty(Optional<Block> block) {
    return block.isEmpty() || block.get().statements().isEmpty();
  }

  private Statement choice(Expression.If e, boolean needed) {
    boolean noElse = isEmpty(e.otherwise());
    if (noElse && e.then().statements().isEmpty()) {
      constants.change();
      return condition(e, needed);
    }
    if (e.condition() instanceof Expression.BooleanLiteral literal) {
      constants.change();
      return branch(literal.value() ? Optional.of(e.then()) : e.otherwise(), literal, needed);
    }
    return noElse && onlyIf(e.then()) instanceof Expression.If inner
        ? merged(e, inner, needed)
        : new ExpressionStatement(branches(e, one(e.condition()), needed));
  }

  // The condition stays for its effects, but need be no bool any more.
  private Statement condition(Expression.If e, boolean needed) {
    Span start = e.condition().startSpan();
    Statement alone = new ExpressionStatement(one(e.condition()));
    if (!needed) {
      return alone;
    }
    List<Statement> both = List.of(alone, new Statement.Empty(start));
    return block(start, new Block(start, Span.NONE, both));
  }

  private Statement branch(Optional<Block> taken, Expression literal, boolean needed) {
    if (isEmpty(taken)) {
      return new Statement.Empty(taken.map(Block::span).orElse(literal.span()));
    }
    Block block = blocks.optimize(taken.get(), needed);
    return block.statements().isEmpty()
        ? new Statement.Empty(block.span())
        : block(block.span(), block);
  }

  private static Object onlyIf(Block block) {
    return block.statements().size() == 1
            && block.statements().getFirst() instanceof ExpressionStatement s
            && s.expression() instanceof Expression.If inner
            && isEmpty(inner.otherwise())
        ? inner
        : block;
  }

  // if a { if b { ... } } -> if a && b { ... }
  private Statement merged(Expression.If e, Expression.If inner, boolean needed) {
    constants.change();
    Expression both =
        new Expression.ShortCircuit(
            e.span(), ShortCircuitOperator.AND, one(e.condition()), one(inner.condition()));
    Block then = blocks.optimize(inner.then(), needed);
    return new ExpressionStatement(new Expression.If(e.span(), both, then, Optional.empty()));
  }

  private Expression branches(Expression.If e, Expression condition, boolean needed) {
    return new Expression.If(
        e.span(),
        condition,
        blocks.optimize(e.then(), needed),
        e.otherwise().map(block -> blocks.optimize(block, needed)));
  }

  private Expression choice(Expression.Switch e) {
    Expression subject = one(e.subject());
    List<Expression.SwitchCase> cases =
        e.cases().stream()
            .map(
                each ->
                    new Expression.SwitchCase(
                        each.span(), each.labels(), each(each.guard()), one(each.body())))
            .toList();
    return new Expression.Switch(e.span(), subject, cases, each(e.otherwise()));
  }

  private Statement loop(Expression.While e) {
    if (e.condition().isPresent() && Purity.is(e.condition().get(), false)) {
      constants.change();
      return new Statement.Empty(e.condition().get().span());
    }
    Optional<Expression> condition = each(e.condition());
    if (condition.isPresent() && Purity.is(condition.get(), true)) {
      condition = Optional.empty();
    }
    return new ExpressionStatement(
        new Expression.While(e.span(), condition, blocks.optimize(e.body(), false)));
  }
}

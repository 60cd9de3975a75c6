package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import java.util.List;
import java.util.Optional;

/** Simplifies statements other than declarations. */
@SuppressWarnings("ReferenceEquality") // a tree that did not change is returned itself
final class StatementSimplifier {

  private final Simplification state;

  StatementSimplifier(Simplification state) {
    this.state = state;
  }

  Statement simplify(Statement statement, boolean keepResult) {
    return switch (statement) {
      case Statement.Assignment s -> assignment(s);
      case Statement.ExpressionStatement s -> expression(s, keepResult);
      case Statement.TryCatch s -> tryCatch(s);
      case Statement.Import s ->
          new Statement.Import(s.span(), state.expressions().simplify(s.path()), s.alias());
      case Statement.Return s -> new Statement.Return(s.span(), value(s.value()));
      case Statement.Throw s -> new Statement.Throw(s.span(), value(s.value()));
      case Statement.Break s -> new Statement.Break(s.span(), value(s.value()));
      case Statement.Declaration s -> s;
      case Statement.Continue s -> s;
      case Statement.Export s -> s;
      case Statement.Empty s -> s;
    };
  }

  private Optional<Expression> value(Optional<Expression> value) {
    return value.map(state.expressions()::simplify);
  }

  private Statement assignment(Statement.Assignment s) {
    if (s.operator().isEmpty()
        && s.target() instanceof Expression.Variable target
        && s.value()
            instanceof
            Expression.Binary(
                Span place,
                BinaryOperator operator,
                Expression.Variable left,
                Expression right)
        && left.name().equals(target.name())
        && assigns(operator)) {
      return state.changed(new Statement.Assignment(place, target, Optional.of(operator), right));
    }
    Expression target =
        s.target() instanceof Expression.Chain chain ? state.chains().target(chain) : s.target();
    return new Statement.Assignment(
        s.span(), target, s.operator(), state.expressions().simplify(s.value()));
  }

  private static boolean assigns(BinaryOperator operator) {
    return switch (operator) {
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          POWER,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          AND,
          OR,
          XOR ->
          true;
      default -> false;
    };
  }

  private Statement tryCatch(Statement.TryCatch s) {
    Block body = state.blocks().simplify(s.body(), false);
    if (Purity.areAllPure(s.body().statements())) {
      return state.changed(
          new Statement.ExpressionStatement(new Expression.BlockExpression(s.body().span(), body)));
    }
    Block handler = state.blocks().simplify(s.handler(), false);
    return new Statement.TryCatch(s.span(), body, s.variable(), handler);
  }

  private Statement expression(Statement.ExpressionStatement s, boolean keepResult) {
    return switch (s.expression()) {
      case Expression.If e -> conditional(e, keepResult);
      case Expression.While e -> whileLoop(e);
      case Expression.DoLoop e ->
          of(
              new Expression.DoLoop(
                  e.span(),
                  state.blocks().simplify(e.body(), false),
                  state.expressions().simplify(e.condition()),
                  e.until()));
      case Expression.For e ->
          of(
              new Expression.For(
                  e.span(),
                  e.variable(),
                  e.counter(),
                  state.expressions().simplify(e.iterable()),
                  state.blocks().simplify(e.body(), false)));
      case Expression.Switch e -> of(SwitchSimplifier.simplify(e, state));
      case Expression.BlockExpression e -> block(e, keepResult);
      case Expression e when isCall(e) -> call(s, e);
      case Expression e -> {
        Expression simpler = state.expressions().simplify(e);
        yield simpler == e ? s : of(simpler);
      }
    };
  }

  private static Statement of(Expression expression) {
    return new Statement.ExpressionStatement(expression);
  }

  private static boolean isCall(Expression e) {
    return e instanceof Expression.Call
        || e instanceof Expression.QualifiedCall
        || e instanceof Expression.Binary
        || e instanceof Expression.Unary
        || e instanceof Expression.Membership
        || e instanceof Expression.CustomBinary
        || e instanceof Expression.RangeLiteral;
  }

  private Statement call(Statement.ExpressionStatement s, Expression e) {
    if (state.isNew(e)) {
      return state.changed(s);
    }
    Expression simpler = state.expressions().simplify(e);
    if (simpler == e) {
      return s;
    }
    if (isCall(simpler)) {
      state.isNew(simpler);
    }
    return of(simpler);
  }

  private Statement whileLoop(Expression.While e) {
    if (e.condition().isEmpty()) {
      Block body = state.blocks().simplify(e.body(), false);
      return of(new Expression.While(e.span(), Optional.empty(), body));
    }
    Expression condition = e.condition().get();
    if (Purity.isFalse(condition)) {
      return state.changed(new Statement.Empty(condition.span()));
    }
    Expression simpler = state.expressions().simplify(condition);
    Block body = state.blocks().simplify(e.body(), false);
    Optional<Expression> left = Purity.isTrue(simpler) ? Optional.empty() : Optional.of(simpler);
    return of(new Expression.While(e.span(), left, body));
  }

  private Statement block(Expression.BlockExpression e, boolean keepResult) {
    Block block = state.blocks().simplify(e.block(), keepResult);
    List<Statement> statements = block.statements();
    if (statements.isEmpty()) {
      return state.changed(new Statement.Empty(block.span()));
    }
    if (statements.size() == 1 && !Purity.dependsOnBlock(statements.getFirst())) {
      return state.changed(statements.getFirst());
    }
    return of(new Expression.BlockExpression(e.span(), block));
  }

  private Statement conditional(Expression.If e, boolean keepResult) {
    List<Statement> then = e.then().statements();
    List<Statement> otherwise = e.otherwise().map(Block::statements).orElse(List.of());
    if (then.isEmpty() && otherwise.isEmpty()) {
      return emptyIf(e, keepResult);
    }
    if (Purity.isFalse(e.condition())) {
      return otherwise.isEmpty()
          ? state.changed(new Statement.Empty(e.condition().span()))
          : branch(e.otherwise().orElseThrow(), keepResult);
    }
    if (Purity.isTrue(e.condition())) {
      return branch(e.then(), keepResult);
    }
    if (otherwise.isEmpty()
        && then.size() == 1
        && then.getFirst() instanceof Statement.ExpressionStatement(Expression.If inner)
        && inner.otherwise().map(Block::statements).orElse(List.of()).isEmpty()) {
      return merged(e, inner, keepResult);
    }
    Expression condition = state.expressions().simplify(e.condition());
    Block thenLeft = state.blocks().simplify(e.then(), keepResult);
    Optional<Block> otherwiseLeft =
        e.otherwise().map(block -> state.blocks().simplify(block, keepResult));
    return of(new Expression.If(e.span(), condition, thenLeft, otherwiseLeft));
  }

  private Statement emptyIf(Expression.If e, boolean keepResult) {
    Expression condition = state.expressions().simplify(e.condition());
    state.setDirty(true);
    if (!keepResult) {
      return of(condition);
    }
    Span place = e.condition().startSpan();
    List<Statement> both = List.of(of(condition), new Statement.Empty(place));
    return of(new Expression.BlockExpression(place, new Block(place, Span.NONE, both)));
  }

  private Statement branch(Block branch, boolean keepResult) {
    Block left = state.blocks().simplify(branch, keepResult);
    return state.changed(
        left.statements().isEmpty()
            ? new Statement.Empty(branch.span())
            : of(new Expression.BlockExpression(branch.span(), left)));
  }

  private Statement merged(Expression.If outer, Expression.If inner, boolean keepResult) {
    state.setDirty(true);
    Block body = state.blocks().simplify(inner.then(), keepResult);
    Expression second = state.expressions().simplify(inner.condition());
    Expression first = outer.condition();
    if (!(first instanceof Expression.ShortCircuit c && c.operator() == ShortCircuitOperator.AND)) {
      first = state.expressions().simplify(first);
    }
    Expression both =
        new Expression.ShortCircuit(outer.span(), ShortCircuitOperator.AND, first, second);
    Block then = new Block(outer.then().span(), outer.then().end(), body.statements());
    return state.changed(of(new Expression.If(outer.span(), both, then, outer.otherwise())));
  }
}

package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Function;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.ast.Statement.ExpressionStatement;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single expressions. */
final class Expressions {

  private final Constants constants;
  private final Blocks blocks;
  private final Chains chains;

  Expressions(Constants constants) {
    this.constants = constants;
    blocks = new Blocks(constants, this);
    chains = new Chains(constants, this);
  }

  Blocks blocks() {
    return blocks;
  }

  /** Returns an expression optimized; {@code chaining} tells whether it is the index of a chain. */
  Expression optimize(Expression expression, boolean chaining) {
    return switch (expression) {
      case Expression.BlockExpression e -> block(e.span(), e.block().statements(), e.block().end());
      case Expression.If e -> control(e);
      case Expression.Switch e -> control(e);
      case Expression.While e -> control(e);
      case Expression.DoLoop e -> control(e);
      case Expression.For e -> control(e);
      case Expression.Chain e -> chains.optimize(e, chaining);
      case Expression.InterpolatedString e -> new Interpolation(constants, this).optimize(e);
      case Expression.ArrayLiteral e -> new Expression.ArrayLiteral(e.span(), all(e.items()));
      case Expression.MapLiteral e -> new Expression.MapLiteral(e.span(), entries(e.entries()));
      case Expression.ShortCircuit e -> new ShortCircuits(constants, this).optimize(e);
      case Expression.Unary e -> unary(e);
      case Expression.Binary e -> binary(e);
      case Expression.Membership e ->
          new Expression.Membership(e.span(), one(e.item()), one(e.container()), e.negated());
      case Expression.RangeLiteral e ->
          new Expression.RangeLiteral(e.span(), each(e.start()), each(e.end()), e.inclusive());
      case Expression.CustomBinary e ->
          new Expression.CustomBinary(e.span(), e.operator(), one(e.left()), one(e.right()));
      case Expression.Call e -> call(e);
      case Expression.QualifiedCall e ->
          new Expression.QualifiedCall(e.span(), e.path(), e.name(), all(e.arguments()));
      case Expression.Variable e -> variable(e);
      case Expression.Closure e -> closure(e);
      case Expression.Leave e ->
          new Expression.Leave(e.span(), blocks.single(e.jump()));
      case Expression.CustomSyntax e -> {
        constants.setPropagating(false); // it may declare variables
        yield e;
      }
      case Expression.QualifiedVariable e -> e;
      case Expression.This e -> e;
      case Expression.IntegerLiteral e -> e;
      case Expression.FloatLiteral e -> e;
      case Expression.BooleanLiteral e -> e;
      case Expression.CharacterLiteral e -> e;
      case Expression.StringLiteral e -> e;
      case Expression.UnitLiteral e -> e;
    };
  }

  private Expression one(Expression expression) {
    return optimize(expression, false);
  }

  private Optional<Expression> each(Optional<Expression> expression) {
    return expression.map(this::one);
  }

  /** Returns expressions optimized, in order. */
  List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::one).toList();
  }

  private List<Expression.MapEntry> entries(List<Expression.MapEntry> entries) {
    return entries.stream()
        .map(entry -> new Expression.MapEntry(entry.key(), one(entry.value())))
        .toList();
  }

  private Expression control(Expression statement) {
    return block(statement.span(), List.of(new ExpressionStatement(statement)), statement.span());
  }

  private Expression block(Span span, List<Statement> given, Span end) {
    if (given.isEmpty()) {
      constants.change();
      return new Expression.UnitLiteral(span);
    }
    List<Statement> statements = blocks.optimize(given, true, true, false);
    if (statements.isEmpty()) {
      constants.change();
      return new Expression.UnitLiteral(span);
    }
    return statements.size() == 1 && statements.getFirst() instanceof ExpressionStatement only
        ? only.expression()
        : new Expression.BlockExpression(span, new Block(span, end, statements));
  }

  private Expression unary(Expression.Unary e) {
    if (e.operator() == UnaryOperator.NOT
        && e.operand() instanceof Expression.BooleanLiteral literal) {
      constants.change();
      return new Expression.BooleanLiteral(literal.span(), !literal.value());
    }
    return new Expression.Unary(e.span(), e.operator(), one(e.operand()));
  }

  private Expression binary(Expression.Binary e) {
    Expression folded = Literals.fold(e);
    if (folded != null) {
      constants.change();
      return folded;
    }
    return new Expression.Binary(e.span(), e.operator(), one(e.left()), one(e.right()));
  }

  private Expression variable(Expression.Variable e) {
    Expression literal = constants.literal(e.name());
    if (literal == null) {
      return e;
    }
    constants.change();
    return Literals.at(literal, e.span());
  }

  private Expression call(Expression.Call e) {
    List<Expression> arguments = e.arguments();
    if (e.name().equals("eval")) {
      constants.setPropagating(false); // it may declare variables
      return e;
    }
    if (arguments.size() == 1 && Purity.isConstant(arguments.getFirst())) {
      Expression known = Literals.special(e.name(), arguments.getFirst(), e.span());
      if (known != null) {
        constants.change();
        return known;
      }
    }
    return new Expression.Call(e.span(), e.name(), all(arguments), e.callerScope());
  }

  /** What a closure captures of constants, it is given as literals. */
  private Expression closure(Expression.Closure e) {
    List<Name> shared = new ArrayList<>();
    List<Name> given = new ArrayList<>();
    List<Expression> literals = new ArrayList<>();
    for (Name name : e.captures()) {
      Expression literal = constants.literal(name.text());
      if (literal == null) {
        shared.add(name);
      } else {
        given.add(name);
        literals.add(Literals.at(literal, name.span()));
      }
    }
    if (literals.isEmpty()) {
      Function body = Optimizer.optimize(e.function());
      return new Expression.Closure(e.span(), body, e.captures());
    }
    constants.change();
    given.addAll(e.function().parameters());
    Function body = Optimizer.optimize(withParameters(e.function(), List.copyOf(given)));
    literals.addFirst(new Expression.Closure(e.span(), body, List.copyOf(shared)));
    return new Expression.Call(e.span(), "curry", List.copyOf(literals), false);
  }

  private static Function withParameters(Function function, List<Name> parameters) {
    return new Function(
        function.span(),
        function.name(),
        function.thisType(),
        parameters,
        function.body(),
        function.visible(),
        function.comments());
  }
}

package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Block;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.MapEntry;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.Statement;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Simplifies expressions, each part once. */
@SuppressWarnings("ReferenceEquality") // a tree that did not change is returned itself
final class ExpressionSimplifier {

  private final Simplification state;

  ExpressionSimplifier(Simplification state) {
    this.state = state;
  }

  Expression simplify(Expression expression) {
    return switch (expression) {
      case Expression.Variable e -> variable(e);
      case Expression.Binary e -> binary(e);
      case Expression.Unary e -> unary(e);
      case Expression.ShortCircuit e -> shortCircuit(e);
      case Expression.Membership e ->
          new Expression.Membership(
              e.span(), simplify(e.item()), simplify(e.container()), e.negated());
      case Expression.RangeLiteral e -> range(e);
      case Expression.CustomBinary e ->
          new Expression.CustomBinary(
              e.span(), e.operator(), simplify(e.left()), simplify(e.right()));
      case Expression.Call e -> call(e);
      case Expression.QualifiedCall e ->
          new Expression.QualifiedCall(e.span(), e.path(), e.name(), all(e.arguments()));
      case Expression.Chain e -> state.chains().simplify(e, false);
      case Expression.InterpolatedString e -> interpolated(e);
      case Expression.ArrayLiteral e -> array(e);
      case Expression.MapLiteral e -> map(e);
      case Expression.Closure e -> state.closures().simplify(e);
      case Expression.BlockExpression e -> block(e);
      case Expression.If e -> statement(e);
      case Expression.Switch e -> statement(e);
      case Expression.While e -> statement(e);
      case Expression.DoLoop e -> statement(e);
      case Expression.For e -> statement(e);
      case Expression.Leave e ->
          new Expression.Leave(e.span(), state.statements().simplify(e.jump(), true));
      case Expression.CustomSyntax e -> custom(e);
      default -> expression;
    };
  }

  List<Expression> all(List<Expression> expressions) {
    List<Expression> simpler = new ArrayList<>(expressions.size());
    boolean same = true;
    for (Expression e : expressions) {
      Expression result = simplify(e);
      same &= result == e;
      simpler.add(result);
    }
    return same ? expressions : List.copyOf(simpler);
  }

  private Expression variable(Expression.Variable e) {
    Expression constant = state.constant(e.name());
    return constant == null ? e : state.changed(state.closures().constantAt(constant, e.span()));
  }

  private Expression binary(Expression.Binary e) {
    Expression left = simplify(e.left());
    Expression right = simplify(e.right());
    Expression.Binary simpler =
        left == e.left() && right == e.right()
            ? e
            : new Expression.Binary(e.span(), e.operator(), left, right);
    if (Purity.isConstant(left) && Purity.isConstant(right)) {
      Expression folded = Folding.fold(simpler, state.options().maxStringSize());
      if (folded != null) {
        return state.changed(folded);
      }
    }
    return simpler;
  }

  private Expression unary(Expression.Unary e) {
    if (e.operator() == UnaryOperator.NOT
        && e.operand() instanceof Expression.BooleanLiteral literal) {
      return state.changed(new Expression.BooleanLiteral(literal.span(), !literal.value()));
    }
    Expression operand = simplify(e.operand());
    return operand == e.operand() ? e : new Expression.Unary(e.span(), e.operator(), operand);
  }

  private Expression range(Expression.RangeLiteral e) {
    Optional<Expression> start = e.start().map(this::simplify);
    Optional<Expression> end = e.end().map(this::simplify);
    return isSame(start, e.start()) && isSame(end, e.end())
        ? e
        : new Expression.RangeLiteral(e.span(), start, end, e.inclusive());
  }

  // An equal but other expression may hold one that Rhai must meet again.
  private static boolean isSame(Optional<Expression> left, Optional<Expression> right) {
    return left.orElse(null) == right.orElse(null);
  }

  private Expression call(Expression.Call e) {
    if (e.name().equals("eval")) {
      state.propagate(false);
      return e;
    }
    if (e.arguments().size() == 1) {
      Expression folded = question(e.name(), e.arguments().getFirst(), e.span());
      if (folded != null) {
        return state.changed(folded);
      }
    }
    List<Expression> arguments = all(e.arguments());
    return arguments == e.arguments()
        ? e
        : new Expression.Call(e.span(), e.name(), arguments, e.callerScope());
  }

  /** Returns the answer to what may be asked of any constant, or null. */
  static @Nullable Expression question(String function, Expression argument, Span place) {
    if (!Purity.isConstant(argument)) {
      return null;
    }
    String type = Literal.typeName(argument);
    return switch (function) {
      case "type_of" -> type == null ? null : new Expression.StringLiteral(place, type);
      case "is_shared" -> new Expression.BooleanLiteral(place, false);
      default -> null;
    };
  }

  private Expression array(Expression.ArrayLiteral e) {
    List<Expression> items = all(e.items());
    Expression result = items == e.items() ? e : new Expression.ArrayLiteral(e.span(), items);
    return noted(result, Purity.isConstant(e));
  }

  // a constant is indexed at once only where Rhai has not made a value of it yet
  private Expression noted(Expression e, boolean constant) {
    if (constant && state.isNew(e)) {
      state.setDirty(true);
    }
    return e;
  }

  private Expression map(Expression.MapLiteral e) {
    List<MapEntry> entries = new ArrayList<>();
    boolean same = true;
    for (MapEntry entry : e.entries()) {
      Expression value = simplify(entry.value());
      same &= value == entry.value();
      entries.add(new MapEntry(entry.key(), value));
    }
    Expression result = same ? e : new Expression.MapLiteral(e.span(), List.copyOf(entries));
    return noted(result, Purity.isConstant(e));
  }

  private Expression interpolated(Expression.InterpolatedString e) {
    if (Purity.isConstant(e) && Literal.isSmall(e)) {
      String text = Literal.text(e);
      if (text != null && text.length() <= Folding.MOST_BYTES) {
        return state.changed(new Expression.StringLiteral(e.span(), text));
      }
    }
    List<Expression> parts = joined(all(e.parts()));
    return parts == e.parts() ? e : new Expression.InterpolatedString(e.span(), parts);
  }

  private List<Expression> joined(List<Expression> parts) {
    List<Expression> joined = new ArrayList<>();
    for (Expression part : parts) {
      Expression last = joined.isEmpty() ? null : joined.getLast();
      if (last instanceof Expression.StringLiteral first
          && part instanceof Expression.StringLiteral second) {
        String text = first.value() + second.value();
        joined.set(joined.size() - 1, new Expression.StringLiteral(first.span(), text));
        state.setDirty(true);
      } else if (last != null && isBlank(part)) {
        state.setDirty(true);
      } else if (last != null && isBlank(last)) {
        joined.set(joined.size() - 1, part);
        state.setDirty(true);
      } else {
        joined.add(part);
      }
    }
    return joined.size() == parts.size() ? parts : List.copyOf(joined);
  }

  private static boolean isBlank(Expression part) {
    return part instanceof Expression.UnitLiteral
        || (part instanceof Expression.StringLiteral literal && literal.value().isEmpty());
  }

  private Expression custom(Expression.CustomSyntax e) {
    if (state.options().changesScope(e.key())) {
      state.propagate(false);
    }
    return e;
  }

  private Expression block(Expression.BlockExpression e) {
    List<Statement> statements = e.block().statements();
    if (statements.isEmpty()) {
      return state.changed(new Expression.UnitLiteral(e.span()));
    }
    if (statements.size() == 1
        && statements.getFirst() instanceof Statement.ExpressionStatement only
        && !isStatement(only.expression())
        && !(Purity.dependsOnBlock(only) && state.isSeen(only.expression()))) {
      return state.changed(simplify(only.expression()));
    }
    return promoted(e.span(), state.blocks().simplify(e.block(), true));
  }

  private static boolean isStatement(Expression e) {
    return e instanceof Expression.BlockExpression
        || e instanceof Expression.If
        || e instanceof Expression.Switch
        || e instanceof Expression.While
        || e instanceof Expression.DoLoop
        || e instanceof Expression.For;
  }

  /** Simplifies a statement that stands where a value is expected: a block of one in Rhai. */
  private Expression statement(Expression e) {
    List<Statement> one = List.of(new Statement.ExpressionStatement(e));
    return promoted(e.span(), state.blocks().simplify(new Block(e.span(), Span.NONE, one), true));
  }

  private Expression promoted(Span place, Block block) {
    if (block.statements().size() == 1
        && block.statements().getFirst() instanceof Statement.ExpressionStatement only
        && !Purity.dependsOnBlock(only)) {
      if (!isStatement(only.expression())) {
        state.setDirty(true);
      }
      return only.expression();
    }
    return new Expression.BlockExpression(place, block);
  }

  private Expression shortCircuit(Expression.ShortCircuit e) {
    List<Expression> operands = new ArrayList<>();
    collect(e, e.operator(), operands);
    Expression result =
        switch (e.operator()) {
          case AND -> logical(operands, true, e.span());
          case OR -> logical(operands, false, e.span());
          case COALESCE -> coalesce(operands, e.span());
        };
    if (result != null) {
      return result;
    }
    Expression left = operands.getFirst();
    for (Expression right : operands.subList(1, operands.size())) {
      left = new Expression.ShortCircuit(e.span(), e.operator(), left, right);
    }
    return left;
  }

  private static void collect(
      Expression e, ShortCircuitOperator operator, List<Expression> operands) {
    if (e instanceof Expression.ShortCircuit operation && operation.operator() == operator) {
      collect(operation.left(), operator, operands);
      collect(operation.right(), operator, operands);
    } else {
      operands.add(e);
    }
  }

  // the neutral value is dropped, the other one decides
  private @Nullable Expression logical(List<Expression> operands, boolean neutral, Span place) {
    int n = 0;
    while (n < operands.size()) {
      if (!(operands.get(n) instanceof Expression.BooleanLiteral literal)) {
        operands.set(n, simplify(operands.get(n)));
        n++;
      } else if (literal.value() == neutral) {
        state.setDirty(true);
        operands.remove(n);
      } else {
        boolean decided = operands.subList(0, n).stream().allMatch(Purity::isPure);
        cut(operands, n);
        if (decided) {
          return state.changed(literal);
        }
        break;
      }
    }
    return single(operands, new Expression.BooleanLiteral(place, neutral));
  }

  private @Nullable Expression coalesce(List<Expression> operands, Span place) {
    int n = 0;
    while (n < operands.size()) {
      Expression operand = operands.get(n);
      if (operand instanceof Expression.UnitLiteral) {
        state.setDirty(true);
        operands.remove(n);
      } else if (Purity.isConstant(operand)) {
        cut(operands, n);
        break;
      } else {
        operands.set(n, simplify(operand));
        n++;
      }
    }
    // so it is in Rhai: units only give false
    return single(operands, new Expression.BooleanLiteral(place, false));
  }

  private void cut(List<Expression> operands, int last) {
    if (operands.size() > last + 1) {
      operands.subList(last + 1, operands.size()).clear();
      state.setDirty(true);
    }
  }

  private @Nullable Expression single(List<Expression> operands, Expression ofNone) {
    if (operands.isEmpty()) {
      return state.changed(ofNone);
    }
    return operands.size() == 1 ? state.changed(operands.getFirst()) : null;
  }
}

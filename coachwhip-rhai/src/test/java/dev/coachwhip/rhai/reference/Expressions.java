package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Name;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.ast.UnaryOperator;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of expressions. The value of a shared variable is its cell. */
final class Expressions {

  private final Frame frame;
  private final ControlFlow control;

  Expressions(Frame frame) {
    this.frame = frame;
    control = new ControlFlow(frame);
  }

  /** Tells whether Rhai has a statement for it, which counts no operation of its own. */
  boolean isStatement(Expression expression) {
    return switch (expression) {
      case Expression.BlockExpression e -> true;
      case Expression.If e -> true;
      case Expression.Switch e -> true;
      case Expression.While e -> true;
      case Expression.DoLoop e -> true;
      case Expression.For e -> true;
      case Expression.Call e -> true;
      case Expression.QualifiedCall e -> true;
      case Expression.Binary e -> true;
      case Expression.Unary e -> true;
      case Expression.Membership e -> true;
      default -> false;
    };
  }

  static boolean isLiteral(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> true;
      case Expression.FloatLiteral e -> true;
      case Expression.BooleanLiteral e -> true;
      case Expression.CharacterLiteral e -> true;
      case Expression.StringLiteral e -> true;
      case Expression.UnitLiteral e -> true;
      default -> false;
    };
  }

  Object evaluate(Expression expression) {
    frame.operation(expression.span());
    if (isStatement(expression) && control.isControl(expression)) {
      frame.operation(expression.span()); // an expression around a statement
    }
    return value(expression);
  }

  /** Returns the value of what is counted already. */
  Object value(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> e.value();
      case Expression.FloatLiteral e -> e.value();
      case Expression.BooleanLiteral e -> e.value();
      case Expression.CharacterLiteral e -> RhaiCharacter.of(e.codePoint());
      case Expression.StringLiteral e -> RhaiString.of(e.value());
      case Expression.UnitLiteral e -> Unit.UNIT;
      case Expression.InterpolatedString e -> interpolated(e);
      case Expression.ArrayLiteral e -> array(e);
      case Expression.MapLiteral e -> map(e);
      case Expression.Variable e -> read(e);
      case Expression.QualifiedVariable e -> read(e);
      case Expression.This e -> self(e);
      case Expression.Unary e -> unary(e);
      case Expression.Binary e -> binary(e);
      case Expression.ShortCircuit e -> shortCircuit(e);
      case Expression.Membership e -> membership(e);
      case Expression.RangeLiteral e -> range(e);
      case Expression.CustomBinary e -> custom(e);
      case Expression.Call e -> new FunctionCalls(frame).call(e);
      case Expression.QualifiedCall e -> new FunctionCalls(frame).qualified(e);
      case Expression.Chain e -> new Chains(frame).read(e);
      case Expression.Closure e -> closure(e);
      case Expression.Leave e -> frame.leave(e.jump());
      case Expression.CustomSyntax e -> throw unknown(e);
      default -> control.value(expression);
    };
  }

  private Object flat(Expression expression) {
    return Copies.flatten(evaluate(expression));
  }

  private Object read(Expression variable) {
    Target target = new Variables(frame).find(variable);
    try {
      return target.read();
    } finally {
      target.release();
    }
  }

  private Object self(Expression.This self) {
    if (frame.self == null) {
      throw Assignments.at(RhaiError.unboundThis(), self.span());
    }
    return Copies.of(frame.self.get());
  }

  private Object interpolated(Expression.InterpolatedString string) {
    StringBuilder text = new StringBuilder();
    RhaiString result = RhaiString.EMPTY;
    for (Expression part : string.parts()) {
      Object value = flat(part);
      text.append(Display.toText(value, frame.run));
      result = RhaiString.of(text.toString());
      frame.run.checkSize(result, part.span().line(), part.span().column());
    }
    return result;
  }

  private Object array(Expression.ArrayLiteral literal) {
    RhaiArray array = new RhaiArray();
    for (Expression item : literal.items()) {
      array.add(flat(item));
      frame.run.checkSize(array, item.span().line(), item.span().column());
    }
    return array;
  }

  private Object map(Expression.MapLiteral literal) {
    RhaiMap map = new RhaiMap();
    for (Expression.MapEntry entry : literal.entries()) {
      map.put(entry.key().text(), flat(entry.value()));
      Span place = entry.value().span();
      frame.run.checkSize(map, place.line(), place.column());
    }
    return map;
  }

  private Object unary(Expression.Unary unary) {
    Object operand = flat(unary.operand());
    Span place = unary.span();
    UnaryOperator operator = unary.operator();
    return Operators.unary(operator, operand, frame.run, place.line(), place.column());
  }

  private Object binary(Expression.Binary binary) {
    Object left = flat(binary.left());
    Object right = flat(binary.right());
    Span place = binary.span();
    return Operators.binary(
        binary.operator(), left, right, frame.run, place.line(), place.column());
  }

  private Object shortCircuit(Expression.ShortCircuit operation) {
    return switch (operation.operator()) {
      case AND -> control.isTrue(operation.left()) && control.isTrue(operation.right());
      case OR -> control.isTrue(operation.left()) || control.isTrue(operation.right());
      case COALESCE -> {
        Object left = evaluate(operation.left());
        yield FunctionCalls.plain(left) == Unit.UNIT ? evaluate(operation.right()) : left;
      }
    };
  }

  private Object membership(Expression.Membership membership) {
    Object container = flat(membership.container());
    Object item = flat(membership.item());
    Object[] arguments = {container, item};
    Object found = new FunctionCalls(frame).byName("contains", arguments, null, membership.span());
    Span place = membership.span();
    return membership.negated()
        ? Operators.unary(UnaryOperator.NOT, found, frame.run, place.line(), place.column())
        : found;
  }

  private Object range(Expression.RangeLiteral range) {
    Object start = bound(range.start());
    Object end = bound(range.end());
    boolean known = start instanceof Long || (start == Unit.UNIT && end instanceof Long);
    if (!known || !(end instanceof Long || end == Unit.UNIT)) {
      String operator = range.inclusive() ? "..=" : "..";
      RhaiError missing = frame.run.functions().missing(operator, start, end);
      throw Assignments.at(missing, range.span());
    }
    long first = start instanceof Long number ? number : 0;
    long last = end instanceof Long number ? number : Long.MAX_VALUE;
    return new RhaiRange(first, last, range.inclusive());
  }

  private Object bound(Optional<Expression> bound) {
    return bound.map(this::flat).map(FunctionCalls::plain).orElse(Unit.UNIT);
  }

  private Object custom(Expression.CustomBinary operation) {
    Object[] arguments = {flat(operation.left()), flat(operation.right())};
    return new FunctionCalls(frame).byName(operation.operator(), arguments, null, operation.span());
  }

  private Object closure(Expression.Closure closure) {
    closure.captures().forEach(this::share);
    List<Object> captured = new ArrayList<>();
    for (Name name : closure.captures()) {
      captured.add(evaluate(new Expression.Variable(name.span(), name.text())));
    }
    EvaluatedFunction function = EvaluatedFunction.of(frame.program, closure);
    return FunctionPointer.to(function, captured);
  }

  private void share(Name name) {
    int index = frame.scope.find(name.text());
    if (index < 0) {
      throw Assignments.at(RhaiError.variableNotFound(name.text()), name.span());
    }
    frame.scope.share(index);
  }

  private static RhaiError unknown(Expression.CustomSyntax syntax) {
    String text = "Invalid custom syntax prefix: " + syntax.key();
    return Assignments.at(RhaiError.customSyntax(text, syntax.tokens()), syntax.span());
  }
}

package dev.coachwhip.rhai.stdlib;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Link;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.Indexing;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.List;

/**
 * What the text of {@code parse_json} gives. As in Rhai it may be any expression without variables
 * and functions of the script; positions of errors are those in the text.
 */
final class JsonEvaluator {

  private final Run run;

  JsonEvaluator(Run run) {
    this.run = run;
  }

  Object evaluate(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral literal -> literal.value();
      case Expression.FloatLiteral literal -> literal.value();
      case Expression.BooleanLiteral literal -> literal.value();
      case Expression.StringLiteral literal -> RhaiString.of(literal.value());
      case Expression.CharacterLiteral literal -> RhaiCharacter.of(literal.codePoint());
      case Expression.UnitLiteral literal -> Unit.UNIT;
      case Expression.ArrayLiteral array -> RhaiArray.wrap(all(array.items()));
      case Expression.MapLiteral map -> map(map);
      case Expression.RangeLiteral range -> range(range);
      case Expression.Unary unary -> unary(unary);
      case Expression.Binary binary -> binary(binary);
      case Expression.ShortCircuit operation -> shortCircuit(operation);
      case Expression.Membership membership -> membership(membership);
      case Expression.Call call -> call(call.name(), all(call.arguments()), call.span());
      case Expression.Chain chain -> chain(chain);
      case Expression.Variable variable -> throw missing(variable.name(), variable.span());
      default -> throw missing("", expression.span());
    };
  }

  private static RhaiError missing(String variable, Span place) {
    return RhaiError.variableNotFound(variable).withPosition(place.line(), place.column());
  }

  private Object[] all(List<Expression> expressions) {
    Object[] values = new Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = evaluate(expressions.get(i));
    }
    return values;
  }

  private RhaiMap map(Expression.MapLiteral literal) {
    RhaiMap map = new RhaiMap();
    literal.entries().forEach(entry -> map.put(entry.key().text(), evaluate(entry.value())));
    return map;
  }

  private Object range(Expression.RangeLiteral range) {
    Object start = range.start().map(this::evaluate).orElse(0L);
    Object end = range.end().map(this::evaluate).orElse(Long.MAX_VALUE);
    if (start instanceof Long from && end instanceof Long to) {
      return new RhaiRange(from, to, range.inclusive());
    }
    String operator = range.inclusive() ? "..=" : "..";
    return call(operator, new Object[] {start, end}, range.span());
  }

  private Object unary(Expression.Unary unary) {
    Span place = unary.span();
    Object operand = evaluate(unary.operand());
    return Operators.unary(unary.operator(), operand, run, place.line(), place.column());
  }

  private Object binary(Expression.Binary binary) {
    Span place = binary.span();
    Object left = evaluate(binary.left());
    Object right = evaluate(binary.right());
    return Operators.binary(binary.operator(), left, right, run, place.line(), place.column());
  }

  private Object shortCircuit(Expression.ShortCircuit operation) {
    Object left = evaluate(operation.left());
    if (operation.operator() == ShortCircuitOperator.COALESCE) {
      return left == Unit.UNIT ? evaluate(operation.right()) : left;
    }
    boolean decisive = operation.operator() == ShortCircuitOperator.OR;
    return isTrue(left, operation.left()) == decisive
        ? decisive
        : isTrue(evaluate(operation.right()), operation.right());
  }

  private static boolean isTrue(Object value, Expression origin) {
    try {
      return Values.isTrue(value);
    } catch (RhaiError error) {
      throw error.withPosition(origin.startSpan().line(), origin.startSpan().column());
    }
  }

  private Object membership(Expression.Membership membership) {
    Span place = membership.span();
    Object container = evaluate(membership.container());
    Object item = evaluate(membership.item());
    Object found = Operators.contains(container, item, run, place.line(), place.column());
    return Values.isTrue(found) != membership.negated();
  }

  private Object chain(Expression.Chain chain) {
    Object value = evaluate(chain.base());
    for (Link link : chain.links()) {
      if (link.elvis() && value == Unit.UNIT) {
        return value;
      }
      value = Values.copy(follow(value, link));
    }
    return value;
  }

  private Object follow(Object value, Link link) {
    Span place = link.span();
    return switch (link) {
      case Link.Index index -> index(value, index);
      case Link.Property property ->
          Indexing.getProperty(
              value,
              property.name(),
              run,
              place.line(),
              place.column(),
              place.line(),
              place.column());
      case Link.Method method -> call(method.name(), withFirst(value, method), place);
    };
  }

  private Object index(Object value, Link.Index link) {
    Span place = link.index().startSpan();
    return Indexing.get(
        value,
        evaluate(link.index()),
        run,
        place.line(),
        place.column(),
        link.span().line(),
        link.span().column());
  }

  private Object[] withFirst(Object value, Link.Method method) {
    Object[] arguments = all(method.arguments());
    Object[] withFirst = new Object[arguments.length + 1];
    withFirst[0] = value;
    System.arraycopy(arguments, 0, withFirst, 1, arguments.length);
    return withFirst;
  }

  private Object call(String name, Object[] arguments, Span place) {
    return run.functions().call(name, run, arguments, place.line(), place.column());
  }
}

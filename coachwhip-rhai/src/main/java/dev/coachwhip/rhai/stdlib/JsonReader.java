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
import dev.coachwhip.rhai.syntax.Parser;
import dev.coachwhip.rhai.syntax.SyntaxError;
import dev.coachwhip.rhai.syntax.SyntaxOptions;
import java.util.List;

/**
 * Reads JSON as Rhai does: as an expression of its own. So operators and calls of Java's functions are
 * possible; variables and the script's functions are not in sight.
 */
final class JsonReader {


  private final Run run;

  JsonReader(Run run) {
    this.run = run;
  }

  /**
   * Returns what a text says.
   *
   * @throws RhaiError if it is no expression, or one that fails; with the position in the text
   */
  Object read(String text) {
    try {
      return evaluate(Parser.parseJson(text, SyntaxOptions.DEFAULT));
    } catch (SyntaxError e) {
      throw RhaiError.parsing(e.kind().rhaiName(), e.description(), e.line(), e.column());
    }
  }

  private Object evaluate(Expression expression) {
    Span place = expression.span();
    return switch (expression) {
      case Expression.IntegerLiteral literal -> literal.value();
      case Expression.FloatLiteral literal -> literal.value();
      case Expression.BooleanLiteral literal -> literal.value();
      case Expression.CharacterLiteral literal -> RhaiCharacter.of(literal.codePoint());
      case Expression.StringLiteral literal -> RhaiString.of(literal.value());
      case Expression.UnitLiteral literal -> Unit.UNIT;
      case Expression.ArrayLiteral literal -> array(literal);
      case Expression.MapLiteral literal -> map(literal);
      case Expression.Unary(_, var operator, var operand) ->
          Operators.unary(operator, evaluate(operand), run, place.line(), place.column());
      case Expression.Binary(_, var operator, var left, var right) ->
          Operators.binary(
              operator, evaluate(left), evaluate(right), run, place.line(), place.column());
      case Expression.ShortCircuit shortCircuit -> shortCircuit(shortCircuit);
      case Expression.Membership membership -> membership(membership);
      case Expression.RangeLiteral range -> range(range);
      case Expression.Call call -> call(call.name(), arguments(call.arguments()), place);
      case Expression.Chain chain -> chain(chain);
      case Expression.Variable variable ->
          throw at(RhaiError.variableNotFound(variable.name()), place);
      default -> throw at(RhaiError.runtime("not possible in JSON"), expression.startSpan());
    };
  }

  private static RhaiError at(RhaiError error, Span place) {
    return error.withPosition(place.line(), place.column());
  }

  private RhaiArray array(Expression.ArrayLiteral literal) {
    RhaiArray array = new RhaiArray(literal.items().size());
    literal.items().forEach(item -> array.add(Values.copy(evaluate(item))));
    return array;
  }

  private RhaiMap map(Expression.MapLiteral literal) {
    RhaiMap map = new RhaiMap();
    for (Expression.MapEntry entry : literal.entries()) {
      map.put(entry.key().text(), Values.copy(evaluate(entry.value())));
    }
    return map;
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

  private static boolean isTrue(Object value, Expression from) {
    try {
      return Values.isTrue(value);
    } catch (RhaiError e) {
      throw at(e, from.startSpan());
    }
  }

  private Object membership(Expression.Membership membership) {
    Object container = evaluate(membership.container());
    Object item = evaluate(membership.item());
    Span place = membership.span();
    Object result = Operators.contains(container, item, run, place.line(), place.column());
    return membership.negated() ? !isTrue(result, membership) : result;
  }

  private Object range(Expression.RangeLiteral literal) {
    long start = literal.start().map(this::integer).orElse(0L);
    long end = literal.end().map(this::integer).orElse(Long.MAX_VALUE);
    return new RhaiRange(start, end, literal.inclusive());
  }

  private long integer(Expression expression) {
    Object value = evaluate(expression);
    if (value instanceof Long number) {
      return number;
    }
    throw at(RhaiError.mismatchOf("i64", value), expression.startSpan());
  }

  private Object[] arguments(List<Expression> arguments) {
    return arguments.stream().map(this::evaluate).toArray();
  }

  private Object call(String name, Object[] arguments, Span place) {
    if (name.equals("type_of") && arguments.length == 1) {
      return RhaiString.of(run.functions().typeName(arguments[0]));
    }
    return run.functions().call(name, run, arguments, place.line(), place.column());
  }

  private Object chain(Expression.Chain chain) {
    Object value = evaluate(chain.base());
    for (Link link : chain.links()) {
      if (link.elvis() && value == Unit.UNIT) {
        return value;
      }
      value = follow(value, link);
    }
    return value;
  }

  private Object follow(Object value, Link link) {
    int line = link.span().line();
    int column = link.span().column();
    return switch (link) {
      case Link.Property(_, var name, _) ->
          Indexing.getProperty(value, name, run, line, column, line, column);
      case Link.Index(_, var index, _) -> {
        Span place = index.startSpan();
        Object key = evaluate(index);
        yield Indexing.get(value, key, run, place.line(), place.column(), line, column);
      }
      case Link.Method(_, var name, var arguments, _) -> {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = value;
        System.arraycopy(arguments(arguments), 0, all, 1, arguments.size());
        yield call(name, all, link.span());
      }
    };
  }
}

package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Literals as values, and back. */
final class Literals {

  private Literals() {}

  /** Returns the value of a constant expression; null if it is none, or a closure. */
  static @Nullable Object value(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> e.value();
      case Expression.FloatLiteral e -> e.value();
      case Expression.BooleanLiteral e -> e.value();
      case Expression.CharacterLiteral e -> RhaiCharacter.of(e.codePoint());
      case Expression.StringLiteral e -> RhaiString.of(e.value());
      case Expression.UnitLiteral e -> Unit.UNIT;
      case Expression.ArrayLiteral e -> array(e);
      case Expression.MapLiteral e -> map(e);
      case Expression.RangeLiteral e when Purity.isConstant(e) ->
          new RhaiRange(bound(e.start(), 0), bound(e.end(), Long.MAX_VALUE), e.inclusive());
      case Expression.Call e when Purity.isConstant(e) ->
          e.arguments().getFirst() instanceof Expression.StringLiteral name
              ? FunctionPointer.named(name.value())
              : null;
      default -> null;
    };
  }

  private static @Nullable RhaiArray array(Expression.ArrayLiteral e) {
    RhaiArray array = new RhaiArray();
    for (Expression item : e.items()) {
      Object value = value(item);
      if (value == null) {
        return null;
      }
      array.add(value);
    }
    return array;
  }

  private static @Nullable RhaiMap map(Expression.MapLiteral e) {
    RhaiMap map = new RhaiMap();
    for (Expression.MapEntry entry : e.entries()) {
      Object value = value(entry.value());
      if (value == null) {
        return null;
      }
      map.put(entry.key().text(), value);
    }
    return map;
  }

  private static long bound(Optional<Expression> bound, long absent) {
    return bound.orElse(null) instanceof Expression.IntegerLiteral literal
        ? literal.value()
        : absent;
  }

  /** Returns the literal of a value; null if there is none for it. */
  static @Nullable Expression literal(Object value, Span span) {
    return switch (value) {
      case Long number -> new Expression.IntegerLiteral(span, number);
      case Double number -> new Expression.FloatLiteral(span, number);
      case Boolean truth -> new Expression.BooleanLiteral(span, truth);
      case RhaiCharacter character ->
          new Expression.CharacterLiteral(span, character.codePoint());
      case RhaiString string -> new Expression.StringLiteral(span, string.toString());
      case Unit unit -> new Expression.UnitLiteral(span);
      default -> null;
    };
  }

  /** Returns the value of a built-in operator on literals; null if it fails or is not built in. */
  static @Nullable Expression fold(Expression.Binary e) {
    Object left = value(e.left());
    Object right = left == null ? null : value(e.right());
    if (left == null || right == null) {
      return null;
    }
    try {
      Object result = Operators.builtIn(e.operator(), left, right);
      return result == null ? null : literal(result, e.span());
    } catch (RhaiError error) {
      return null; // it is to fail at run time
    }
  }

  /** Returns the result of {@code type_of} and {@code is_shared}; null for other functions. */
  static @Nullable Expression special(String name, Expression argument, Span span) {
    if (name.equals("is_shared")) {
      return new Expression.BooleanLiteral(span, false);
    }
    Object value = name.equals("type_of") ? value(argument) : null;
    return value == null ? null : new Expression.StringLiteral(span, Values.typeName(value));
  }

  /** Returns a literal at another place. */
  static Expression at(Expression expression, Span span) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> new Expression.IntegerLiteral(span, e.value());
      case Expression.FloatLiteral e -> new Expression.FloatLiteral(span, e.value());
      case Expression.BooleanLiteral e -> new Expression.BooleanLiteral(span, e.value());
      case Expression.CharacterLiteral e ->
          new Expression.CharacterLiteral(span, e.codePoint());
      case Expression.StringLiteral e -> new Expression.StringLiteral(span, e.value());
      case Expression.UnitLiteral e -> new Expression.UnitLiteral(span);
      case Expression.ArrayLiteral e -> new Expression.ArrayLiteral(span, e.items());
      case Expression.MapLiteral e -> new Expression.MapLiteral(span, e.entries());
      case Expression.RangeLiteral e ->
          new Expression.RangeLiteral(span, e.start(), e.end(), e.inclusive());
      case Expression.InterpolatedString e ->
          new Expression.InterpolatedString(span, e.parts());
      case Expression.Call e ->
          new Expression.Call(span, e.name(), e.arguments(), e.callerScope());
      default -> expression;
    };
  }
}

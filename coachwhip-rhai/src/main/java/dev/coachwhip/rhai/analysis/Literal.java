package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.MapEntry;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Literals as values, and as text. */
final class Literal {

  private Literal() {}

  /** Returns a literal elsewhere. */
  static Expression at(Expression literal, Span place) {
    return switch (literal) {
      case Expression.IntegerLiteral e -> new Expression.IntegerLiteral(place, e.value());
      case Expression.FloatLiteral e -> new Expression.FloatLiteral(place, e.value());
      case Expression.BooleanLiteral e -> new Expression.BooleanLiteral(place, e.value());
      case Expression.CharacterLiteral e -> new Expression.CharacterLiteral(place, e.codePoint());
      case Expression.StringLiteral e -> new Expression.StringLiteral(place, e.value());
      case Expression.UnitLiteral e -> new Expression.UnitLiteral(place);
      case Expression.ArrayLiteral e -> new Expression.ArrayLiteral(place, e.items());
      case Expression.MapLiteral e -> new Expression.MapLiteral(place, e.entries());
      case Expression.RangeLiteral e ->
          new Expression.RangeLiteral(place, e.start(), e.end(), e.inclusive());
      case Expression.Closure e -> new Expression.Closure(place, e.function(), e.captures());
      case Expression.Call e ->
          new Expression.Call(place, e.name(), e.arguments(), e.callerScope());
      default -> literal;
    };
  }

  /** Returns the name of a constant's type, or null if that is not known. */
  static @Nullable String typeName(Expression constant) {
    return switch (constant) {
      case Expression.IntegerLiteral e -> "i64";
      case Expression.FloatLiteral e -> "f64";
      case Expression.BooleanLiteral e -> "bool";
      case Expression.CharacterLiteral e -> "char";
      case Expression.StringLiteral e -> "string";
      case Expression.InterpolatedString e -> "string";
      case Expression.UnitLiteral e -> "()";
      case Expression.ArrayLiteral e -> "array";
      case Expression.MapLiteral e -> "map";
      case Expression.RangeLiteral e -> e.inclusive() ? "range=" : "range";
      case Expression.Closure e -> "Fn";
      case Expression.Call e -> "Fn";
      default -> null;
    };
  }

  /** Returns the value of a constant, or null if it can only be made by running it. */
  static @Nullable Object value(Expression constant) {
    return switch (constant) {
      case Expression.IntegerLiteral e -> e.value();
      case Expression.FloatLiteral e -> e.value();
      case Expression.BooleanLiteral e -> e.value();
      case Expression.CharacterLiteral e -> RhaiCharacter.of(e.codePoint());
      case Expression.StringLiteral e -> RhaiString.of(e.value());
      case Expression.UnitLiteral e -> Unit.UNIT;
      case Expression.RangeLiteral e -> range(e);
      case Expression.ArrayLiteral e -> array(e);
      case Expression.MapLiteral e -> map(e);
      default -> null;
    };
  }

  private static RhaiRange range(Expression.RangeLiteral e) {
    long start = bound(e.start(), 0);
    long end = bound(e.end(), Long.MAX_VALUE);
    return new RhaiRange(start, end, e.inclusive());
  }

  private static long bound(Optional<Expression> bound, long open) {
    return bound.orElse(null) instanceof Expression.IntegerLiteral literal
        ? literal.value()
        : open;
  }

  private static @Nullable RhaiArray array(Expression.ArrayLiteral e) {
    RhaiArray array = new RhaiArray(e.items().size());
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
    for (MapEntry entry : e.entries()) {
      Object value = value(entry.value());
      if (value == null) {
        return null;
      }
      map.put(entry.key().text(), value);
    }
    return map;
  }

  /** Returns the literal of a simple value, or null. */
  static @Nullable Expression of(Object value, Span place) {
    return switch (value) {
      case Long v -> new Expression.IntegerLiteral(place, v);
      case Double v -> new Expression.FloatLiteral(place, v);
      case Boolean v -> new Expression.BooleanLiteral(place, v);
      case RhaiCharacter v -> new Expression.CharacterLiteral(place, v.codePoint());
      case RhaiString v -> new Expression.StringLiteral(place, v.toString());
      case Unit v -> new Expression.UnitLiteral(place);
      default -> null;
    };
  }

  /** Returns what a constant adds to an interpolated string that is constant all through. */
  static @Nullable String text(Expression constant) {
    Object value = value(constant);
    return value == null ? null : Display.rustText(value);
  }
}

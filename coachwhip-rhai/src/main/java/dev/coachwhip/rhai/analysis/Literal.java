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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Literals as values, and as text. */
final class Literal {

  private static final int MOST_COPIED = 1_000;
  private static final int CHARS_PER_NODE = 64;

  private Literal() {}

  /** Tells whether a constant may be copied to where it is used; too many copies of copies grow. */
  static boolean isSmall(Expression constant) {
    return room(constant, MOST_COPIED) > 0;
  }

  private static int room(Expression constant, int left) {
    int room = left - 1;
    switch (constant) {
      case Expression.ArrayLiteral e -> {
        for (int i = 0; i < e.items().size() && room > 0; i++) {
          room = room(e.items().get(i), room);
        }
      }
      case Expression.MapLiteral e -> {
        for (int i = 0; i < e.entries().size() && room > 0; i++) {
          room = room(e.entries().get(i).value(), room);
        }
      }
      case Expression.InterpolatedString e -> {
        for (int i = 0; i < e.parts().size() && room > 0; i++) {
          room = room(e.parts().get(i), room);
        }
      }
      case Expression.Call e -> {
        for (int i = 0; i < e.arguments().size() && room > 0; i++) {
          room = room(e.arguments().get(i), room);
        }
      }
      case Expression.StringLiteral e -> room -= e.value().length() / CHARS_PER_NODE;
      default -> {}
    }
    return room;
  }

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
    return bound.orElse(null) instanceof Expression.IntegerLiteral literal ? literal.value() : open;
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

  /** Tells whether two constants are the same, type by type. */
  static boolean same(Expression x, Expression y) {
    if (x instanceof Expression.Call a && y instanceof Expression.Call b) {
      return same(a.arguments().getFirst(), b.arguments().getFirst());
    }
    if (x instanceof Expression.ArrayLiteral a && y instanceof Expression.ArrayLiteral b) {
      return same(a.items(), b.items());
    }
    if (x instanceof Expression.MapLiteral a && y instanceof Expression.MapLiteral b) {
      return keys(a).equals(keys(b)) && same(values(a), values(b));
    }
    Object value = value(x);
    return value != null && value.equals(value(y));
  }

  private static boolean same(List<Expression> x, List<Expression> y) {
    if (x.size() != y.size()) {
      return false;
    }
    for (int i = 0; i < x.size(); i++) {
      if (!same(x.get(i), y.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> keys(Expression.MapLiteral map) {
    return map.entries().stream().map(entry -> entry.key().text()).sorted().toList();
  }

  private static List<Expression> values(Expression.MapLiteral map) {
    return map.entries().stream()
        .sorted(Comparator.comparing((MapEntry entry) -> entry.key().text()))
        .map(MapEntry::value)
        .toList();
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

  /** Returns a constant as interpolation shows it, or null if that needs running it. */
  static @Nullable String text(Expression constant) {
    return switch (constant) {
      case Expression.InterpolatedString e -> {
        StringBuilder text = new StringBuilder();
        for (Expression part : e.parts()) {
          String piece = text(part);
          if (piece == null) {
            yield null;
          }
          text.append(piece);
        }
        yield text.toString();
      }
      case Expression.Closure e -> "Fn(" + e.function().name() + ")";
      case Expression.Call e
          when e.arguments().getFirst() instanceof Expression.StringLiteral name ->
          "Fn(" + name.value() + ")";
      default -> {
        Object value = value(constant);
        yield value == null ? null : Display.rustText(value);
      }
    };
  }
}

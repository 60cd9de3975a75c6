package dev.coachwhip.rhai.syntax;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.ShortCircuitOperator;
import org.jspecify.annotations.Nullable;

/** What can be said of an expression from its form alone. */
final class Literals {

  private Literals() {}

  /** Throws if an expression can never be a boolean. */
  static Expression checkBoolean(Expression expression) {
    String found =
        switch (expression) {
          case Expression.UnitLiteral e -> "()";
          case Expression.IntegerLiteral e -> "a number";
          case Expression.FloatLiteral e -> "a floating-point number";
          case Expression.CharacterLiteral e -> "a character";
          case Expression.StringLiteral e -> "a string";
          case Expression.InterpolatedString e -> "a string";
          case Expression.ArrayLiteral e -> "an array";
          case Expression.MapLiteral e -> "an object map";
          case Expression.Closure e when e.captures().isEmpty() -> "Fn";
          default -> null;
        };
    return check(expression, "a boolean expression", found);
  }

  /** Throws if an expression can never be iterated over. */
  static Expression checkIterable(Expression expression) {
    String found =
        switch (expression) {
          case Expression.UnitLiteral e -> "()";
          case Expression.BooleanLiteral e -> "a boolean";
          case Expression.IntegerLiteral e -> "a number";
          case Expression.FloatLiteral e -> "a floating-point number";
          case Expression.CharacterLiteral e -> "a character";
          case Expression.MapLiteral e -> "an object map";
          default -> null;
        };
    return check(expression, "an iterable value", found);
  }

  private static Expression check(Expression expression, String wanted, @Nullable String found) {
    if (found != null) {
      throw SyntaxError.of(
          ParseErrorKind.MISMATCHED_TYPE,
          "Expecting " + wanted + ", not " + found,
          expression.startSpan());
    }
    return expression;
  }

  /** Throws if a literal can never be indexed by another. */
  static void checkIndex(Expression container, Expression index) {
    String wrong =
        switch (container) {
          case Expression.MapLiteral e -> wrongForMap(index);
          case Expression.IntegerLiteral e -> wrongForNumbered(index);
          case Expression.ArrayLiteral e -> wrongForNumbered(index);
          case Expression.StringLiteral e -> wrongForNumbered(index);
          case Expression.InterpolatedString e -> wrongForNumbered(index);
          default -> null;
        };
    if (wrong != null) {
      throw SyntaxError.of(ParseErrorKind.MALFORMED_INDEX, wrong, index.startSpan());
    }
  }

  private static @Nullable String wrongForMap(Expression index) {
    String found = index instanceof Expression.IntegerLiteral ? "a number" : neverAnIndex(index);
    return found == null ? null : "Object map expects string index, not " + found;
  }

  private static @Nullable String wrongForNumbered(Expression index) {
    if (index instanceof Expression.StringLiteral
        || index instanceof Expression.InterpolatedString) {
      return "Array, string or bit-field expects numeric index, not a string";
    }
    String found = neverAnIndex(index);
    return found == null ? null : "Array, string or bit-field expects integer index, not " + found;
  }

  private static @Nullable String neverAnIndex(Expression index) {
    return switch (index) {
      case Expression.FloatLiteral e -> "a float";
      case Expression.CharacterLiteral e -> "a character";
      case Expression.UnitLiteral e -> "()";
      case Expression.BooleanLiteral e -> "a boolean";
      case Expression.ShortCircuit e when e.operator() != ShortCircuitOperator.COALESCE ->
          "a boolean";
      default -> null;
    };
  }

  /** Tells whether an expression is a literal all through. */
  static boolean isConstant(Expression expression) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> true;
      case Expression.FloatLiteral e -> true;
      case Expression.BooleanLiteral e -> true;
      case Expression.CharacterLiteral e -> true;
      case Expression.StringLiteral e -> true;
      case Expression.UnitLiteral e -> true;
      case Expression.Closure e -> e.captures().isEmpty();
      case Expression.InterpolatedString e -> e.parts().stream().allMatch(Literals::isConstant);
      case Expression.ArrayLiteral e -> e.items().stream().allMatch(Literals::isConstant);
      case Expression.MapLiteral e ->
          e.entries().stream().allMatch(entry -> isConstant(entry.value()));
      default -> false;
    };
  }

  /** Tells whether an expression may be the label of a case. */
  static boolean isLabel(Expression expression) {
    return switch (expression) {
      case Expression.RangeLiteral range -> isIntegerRange(range);
      case Expression.Call call -> isFunctionPointer(call);
      default -> isConstant(expression);
    };
  }

  private static boolean isFunctionPointer(Expression.Call call) {
    return call.name().equals("Fn")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Expression.StringLiteral name
        && Words.isFunctionName(name.value());
  }

  private static boolean isIntegerRange(Expression.RangeLiteral range) {
    Expression start = range.start().orElse(null);
    Expression end = range.end().orElse(null);
    boolean startOpen = start instanceof Expression.UnitLiteral;
    boolean endOpen = end == null || end instanceof Expression.UnitLiteral;
    if (start instanceof Expression.IntegerLiteral) {
      return endOpen || end instanceof Expression.IntegerLiteral;
    }
    return startOpen && end instanceof Expression.IntegerLiteral;
  }
}

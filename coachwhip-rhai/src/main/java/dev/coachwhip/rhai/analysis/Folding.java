package dev.coachwhip.rhai.analysis;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Span;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiString;
import org.jspecify.annotations.Nullable;

/** Built-in operators on literals. */
final class Folding {

  // sums of sums grow fast; longer ones are left for running
  static final long MOST_BYTES = 100_000;

  private Folding() {}

  /**
   * Returns the literal that an operator on two constants gives, or null if it fails, is not built
   * in, or gives too long a string.
   */
  static @Nullable Expression fold(Expression.Binary e, int maxStringBytes) {
    Object left = Literal.value(e.left());
    Object right = Literal.value(e.right());
    if (left == null || right == null) {
      return foldUnlike(e);
    }
    Object result = apply(e.operator(), left, right);
    if (result == null || (result instanceof RhaiString text && isTooLong(text, maxStringBytes))) {
      return null;
    }
    return Literal.of(result, e.span());
  }

  private static boolean isTooLong(RhaiString text, int maxStringBytes) {
    long limit = maxStringBytes > 0 ? Math.min(maxStringBytes, MOST_BYTES) : MOST_BYTES;
    return text.bytes() > limit;
  }

  private static @Nullable Object apply(BinaryOperator operator, Object left, Object right) {
    try {
      return Operators.builtIn(operator, left, right);
    } catch (RhaiError leftForRunning) {
      return null;
    }
  }

  // function pointers are comparable to all but their like
  private static @Nullable Expression foldUnlike(Expression.Binary e) {
    String left = Literal.typeName(e.left());
    String right = Literal.typeName(e.right());
    if (left == null || right == null || left.equals(right)) {
      return null;
    }
    Span place = e.span();
    return switch (e.operator()) {
      case NOT_EQUAL -> new Expression.BooleanLiteral(place, true);
      case EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          new Expression.BooleanLiteral(place, false);
      default -> null;
    };
  }
}

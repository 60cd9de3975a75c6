package dev.coachwhip.rhai.optimize;

import dev.coachwhip.rhai.ast.Expression;
import dev.coachwhip.rhai.ast.Expression.InterpolatedString;
import dev.coachwhip.rhai.ast.Expression.StringLiteral;
import dev.coachwhip.rhai.runtime.Display;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strings with expressions inside. */
final class Interpolation {

  private final Constants constants;
  private final Expressions expressions;

  Interpolation(Constants constants, Expressions expressions) {
    this.constants = constants;
    this.expressions = expressions;
  }

  Expression optimize(InterpolatedString e) {
    String text = text(e);
    if (text != null) {
      constants.change();
      return new StringLiteral(e.span(), text);
    }
    List<Expression> parts = new ArrayList<>(expressions.all(e.parts()));
    for (int i = 0; i < parts.size() - 1; ) {
      if (!merge(parts, i)) {
        i++;
      }
    }
    return new InterpolatedString(e.span(), List.copyOf(parts));
  }

  // Rhai joins literals by another function here than at run time: the parts of arrays are shown
  // as debug shows them.
  private static @Nullable String text(InterpolatedString e) {
    StringBuilder text = new StringBuilder();
    for (Expression part : e.parts()) {
      Object value = Literals.value(part);
      if (value == null) {
        return null;
      }
      text.append(Display.rustText(value));
    }
    return text.toString();
  }

  private boolean merge(List<Expression> parts, int index) {
    Expression first = parts.get(index);
    Expression second = parts.get(index + 1);
    if (first instanceof StringLiteral a && second instanceof StringLiteral b) {
      parts.set(index, new StringLiteral(a.span(), a.value() + b.value()));
      parts.remove(index + 1);
    } else if (isNothing(second)) {
      parts.remove(index + 1);
    } else if (isNothing(first)) {
      parts.remove(index);
    } else {
      return false;
    }
    constants.change();
    return true;
  }

  private static boolean isNothing(Expression part) {
    return part instanceof Expression.UnitLiteral
        || part instanceof StringLiteral string && string.value().isEmpty();
  }
}

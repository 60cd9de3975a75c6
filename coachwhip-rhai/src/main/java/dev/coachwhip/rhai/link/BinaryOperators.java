package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** The built-in operators by the classes of both operands, as far as sites link them. */
final class BinaryOperators {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private BinaryOperators() {}

  /**
   * Returns an operator.
   *
   * @throws IllegalArgumentException if there is none of that symbol
   */
  static BinaryOperator of(String symbol) {
    for (BinaryOperator operator : BinaryOperator.values()) {
      if (operator.symbol().equals(symbol)) {
        return operator;
      }
    }
    throw new IllegalArgumentException(symbol);
  }

  /** Returns (Run, left, right)result for operands of these classes; null if there is none. */
  static @Nullable MethodHandle find(BinaryOperator operator, Class<?> left, Class<?> right) {
    MethodHandle handle = null;
    if (left == Long.class && right == Long.class) {
      handle = NumberOperators.integers(operator);
    } else if (isNumber(left) && isNumber(right)) {
      handle = floats(operator, left, right);
    } else if (left == RhaiString.class && right == RhaiString.class) {
      return strings(operator);
    } else if (left == RhaiCharacter.class && right == RhaiCharacter.class) {
      handle = characters(operator);
    }
    return handle == null ? null : MethodHandles.dropArguments(handle, 0, Run.class);
  }

  private static boolean isNumber(Class<?> type) {
    return type == Long.class || type == Double.class;
  }

  private static @Nullable MethodHandle floats(
      BinaryOperator operator, Class<?> left, Class<?> right) {
    MethodHandle handle = NumberOperators.floats(operator);
    if (handle == null) {
      return null;
    }
    Class<?> x = left == Long.class ? long.class : double.class;
    Class<?> y = right == Long.class ? long.class : double.class;
    return handle.asType(handle.type().changeParameterType(0, x).changeParameterType(1, y));
  }

  private static @Nullable MethodHandle strings(BinaryOperator operator) {
    Class<?> string = RhaiString.class;
    return switch (operator) {
      case ADD -> find("join", string, Run.class, string, string);
      case EQUAL -> find("same", boolean.class, Run.class, string, string);
      case NOT_EQUAL -> find("differ", boolean.class, Run.class, string, string);
      default -> null;
    };
  }

  private static @Nullable MethodHandle characters(BinaryOperator operator) {
    Class<?> character = RhaiCharacter.class;
    return switch (operator) {
      case EQUAL -> find("same", boolean.class, character, character);
      case NOT_EQUAL -> find("differ", boolean.class, character, character);
      default -> null;
    };
  }

  private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
    return Handles.findStatic(LOOKUP, BinaryOperators.class, name, result, parameters);
  }

  static RhaiString join(Run run, RhaiString x, RhaiString y) {
    return Operators.join(x, y, run);
  }

  static boolean same(Run run, RhaiString x, RhaiString y) {
    return x.equals(y);
  }

  static boolean differ(Run run, RhaiString x, RhaiString y) {
    return !x.equals(y);
  }

  static boolean same(RhaiCharacter x, RhaiCharacter y) {
    return x.codePoint() == y.codePoint();
  }

  static boolean differ(RhaiCharacter x, RhaiCharacter y) {
    return x.codePoint() != y.codePoint();
  }
}

package dev.coachwhip.rhai.runtime;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.ast.UnaryOperator;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Operators on values of any types. What Rhai has built in throws errors without position; what is
 * found as a function has that of the operator, which is passed for it.
 */
public final class Operators {

  private static final String CONTAINS = "contains";

  private Operators() {}

  /** Returns {@code left op right}. Neither side is copied or kept. */
  public static Object binary(
      BinaryOperator operator, Object left, Object right, Run run, int line, int column) {
    Object x = plain(left);
    Object y = plain(right);
    Object result = run.fastOperators() ? BuiltInOperators.apply(operator, x, y, run) : null;
    return result != null
        ? result
        : run.functions().callOperator(operator, run, left, right, line, column);
  }

  /**
   * Returns {@code left op right} of plain values as it is built in, whatever limits there are.
   *
   * @return null if it is not built in
   * @throws RhaiError if it fails
   */
  public static @Nullable Object builtIn(BinaryOperator operator, Object left, Object right) {
    return BuiltInOperators.apply(operator, left, right, null);
  }

  /** Returns two strings as one; fails, without position, if the run allows none so long. */
  public static RhaiString join(RhaiString left, RhaiString right, Run run) {
    return BuiltInOperators.sum(left, right, run);
  }

  private static Object plain(Object value) {
    return Tagged.strip(Values.get(value));
  }

  /**
   * Returns {@code left == right}, as {@link #binary} gives it, but that values of different types
   * are not equal if no function says so.
   */
  public static boolean equal(Object left, Object right, Run run) {
    if (left instanceof Long x && right instanceof Long y) {
      return x.longValue() == y.longValue();
    }
    try {
      return Values.isTrue(binary(BinaryOperator.EQUAL, left, right, run, 0, 0));
    } catch (RhaiError e) {
      if (isMissing(e, BinaryOperator.EQUAL) && plain(left).getClass() != plain(right).getClass()) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isMissing(RhaiError error, BinaryOperator operator) {
    return error.kind() == ErrorKind.FUNCTION_NOT_FOUND
        && error.subject().startsWith(operator.symbol());
  }

  /** Returns {@code -x}, {@code +x}, {@code !x}; errors have the position. */
  public static Object unary(
      UnaryOperator operator, Object operand, Run run, int line, int column) {
    try {
      Object result = builtIn(operator, plain(operand));
      return result != null
          ? result
          : run.functions().call(operator.symbol(), run, new Object[] {operand}, line, column);
    } catch (RhaiError e) {
      throw e.withPosition(line, column);
    }
  }

  private static @Nullable Object builtIn(UnaryOperator operator, Object x) {
    return switch (operator) {
      case MINUS -> negated(x);
      case PLUS -> x instanceof Long || x instanceof Double ? x : null;
      case NOT -> x instanceof Boolean truth ? (Object) !truth : null;
    };
  }

  private static @Nullable Object negated(Object x) {
    return switch (x) {
      case Long number -> Arithmetic.negate(number);
      case Double number -> -number;
      default -> null;
    };
  }

  /**
   * Returns what {@code target op= value} leaves in the target. Arrays and blobs are changed in
   * place, so the target is the variable's own; the value is a copy already. Errors have the
   * position.
   */
  @SuppressWarnings("ReferenceEquality") // whether it was changed in place
  public static Object assign(
      BinaryOperator operator, Object target, Object value, Run run, int line, int column) {
    try {
      Object x = plain(target);
      Object y = plain(value);
      Object result = run.fastOperators() ? builtIn(operator, x, y, value, run) : null;
      if (result != null) {
        return result == x ? target : changed(operator, Values.get(target), x, result);
      }
      return byFunction(operator, target, value, run, line, column);
    } catch (RhaiError e) {
      throw e.withPosition(line, column);
    }
  }

  /** What Rhai changes in place keeps its tag: numbers by arithmetic, and strings. */
  private static Object changed(
      BinaryOperator operator, Object target, Object before, Object after) {
    if (!(target instanceof Tagged tagged)) {
      return after;
    }
    boolean inPlace =
        switch (before) {
          case Long number -> isArithmetic(operator);
          case Double number -> true;
          case RhaiString text -> true;
          default -> false;
        };
    return inPlace ? Tagged.of(after, tagged.tag()) : after;
  }

  private static boolean isArithmetic(BinaryOperator operator) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER -> true;
      default -> false;
    };
  }

  private static @Nullable Object builtIn(
      BinaryOperator operator, Object x, Object y, Object value, Run run) {
    if (operator == BinaryOperator.ADD) {
      if (x instanceof RhaiArray array) {
        return append(array, y, value, run);
      }
      if (x instanceof Blob blob) {
        return append(blob, y, run);
      }
      if (x instanceof RhaiCharacter && y instanceof RhaiString text && text.isEmpty()) {
        return x;
      }
    }
    boolean built =
        (x instanceof Long && y instanceof Long)
            || (x instanceof Double && (y instanceof Double || y instanceof Long))
            || (x instanceof Boolean && y instanceof Boolean)
            || (isText(x) && isText(y));
    return built && !BuiltInOperators.isComparison(operator)
        ? BuiltInOperators.apply(operator, x, y, run)
        : null;
  }

  private static boolean isText(Object value) {
    return value instanceof RhaiString || value instanceof RhaiCharacter;
  }

  private static Object append(RhaiArray array, Object plain, Object value, Run run) {
    if (plain instanceof RhaiArray others) {
      if (!others.isEmpty()) {
        // Rhai measures the array before it grows.
        run.checkSize(array, 0, 0);
        array.addAll(others);
      }
    } else {
      array.add(value);
      run.checkSize(array, 0, 0);
    }
    return array;
  }

  private static @Nullable Object append(Blob blob, Object value, Run run) {
    byte[] more;
    switch (value) {
      case Blob other -> more = other.toByteArray();
      case Long number -> more = new byte[] {number.byteValue()};
      case RhaiCharacter character -> more = utf8(character.toString());
      case RhaiString text -> more = utf8(text.toString());
      default -> {
        return null;
      }
    }
    if (run.limitsData()) {
      DataSize.check(run.limits(), (long) blob.size() + more.length, 0, 0);
    }
    blob.addAll(more);
    return blob;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Object byFunction(
      BinaryOperator operator, Object target, Object value, Run run, int line, int column) {
    FunctionTable functions = run.functions();
    String name = operator.symbol() + "=";
    Overload overload = functions.find(name, Values.typeOf(target), Values.typeOf(value));
    if (overload == null) {
      Object result = functions.callOperator(operator, run, target, value, line, column);
      return run.checkSize(result, line, column);
    }
    Ref<Object> variable = new Ref<>(target);
    overload.invoke(run, new Object[] {variable, value});
    return run.checkSize(variable.get(), line, column);
  }

  /** Returns {@code item in container}: what the function of that name says, also a script's. */
  public static Object contains(Object container, Object item, Run run, int line, int column) {
    if (run.program().function(CONTAINS, 2, null) != null) {
      Object[] copies = {Values.copy(container), Values.copy(item)};
      return run.callByName(CONTAINS, null, copies, line, column);
    }
    return run.functions().call(CONTAINS, run, new Object[] {container, item}, line, column);
  }
}

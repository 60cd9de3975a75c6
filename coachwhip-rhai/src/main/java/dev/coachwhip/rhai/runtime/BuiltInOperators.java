package dev.coachwhip.rhai.runtime;

import dev.coachwhip.rhai.ast.BinaryOperator;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The operators that Rhai has built in, by the types of both sides. Null means that there is none,
 * and that a function of the operator's name is to be called. Errors have no position.
 */
final class BuiltInOperators {

  private BuiltInOperators() {}

  static @Nullable Object apply(
      BinaryOperator operator, Object left, Object right, @Nullable Run run) {
    return switch (left) {
      case Long x when right instanceof Long y -> integers(operator, x, y);
      case Long x when right instanceof Double y -> floats(operator, x, y);
      case Double x when right instanceof Double y -> floats(operator, x, y);
      case Double x when right instanceof Long y -> floats(operator, x, y);
      case Boolean x when right instanceof Boolean y -> booleans(operator, x, y);
      case RhaiString x when right instanceof RhaiString y -> strings(operator, x, y, run);
      case RhaiString x when right instanceof RhaiCharacter y -> stringAndChar(operator, x, y, run);
      case RhaiCharacter x when right instanceof RhaiString y -> charAndString(operator, x, y, run);
      case RhaiCharacter x when right instanceof RhaiCharacter y -> characters(operator, x, y, run);
      case RhaiString x when right == Unit.UNIT && operator == BinaryOperator.ADD -> x;
      case Unit x when right instanceof RhaiString && operator == BinaryOperator.ADD -> right;
      case Unit x when right == Unit.UNIT -> units(operator);
      case Blob x when right instanceof Blob y -> blobs(operator, x, y, run);
      case Blob x when right instanceof RhaiCharacter y ->
          operator == BinaryOperator.ADD
              ? sum(x, Blob.wrap(y.toString().getBytes(StandardCharsets.UTF_8)), run)
              : null; // not even comparable, other than different types mostly are
      case RhaiRange x when right instanceof RhaiRange y -> ranges(operator, x, y);
      default -> differentTypes(operator, left, right);
    };
  }

  static @Nullable Object integers(BinaryOperator operator, long x, long y) {
    return switch (operator) {
      case ADD -> Arithmetic.add(x, y);
      case SUBTRACT -> Arithmetic.subtract(x, y);
      case MULTIPLY -> Arithmetic.multiply(x, y);
      case DIVIDE -> Arithmetic.divide(x, y);
      case REMAINDER -> Arithmetic.remainder(x, y);
      case POWER -> Arithmetic.power(x, y);
      case SHIFT_LEFT -> Arithmetic.shiftLeft(x, y);
      case SHIFT_RIGHT -> Arithmetic.shiftRight(x, y);
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case EQUAL -> x == y;
      case NOT_EQUAL -> x != y;
      case LESS -> x < y;
      case LESS_OR_EQUAL -> x <= y;
      case GREATER -> x > y;
      case GREATER_OR_EQUAL -> x >= y;
    };
  }

  static @Nullable Object floats(BinaryOperator operator, double x, double y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case REMAINDER -> x % y;
      case POWER -> Arithmetic.power(x, y);
      case EQUAL -> Comparison.equal(x, y);
      case NOT_EQUAL -> Comparison.notEqual(x, y);
      case LESS -> Comparison.less(x, y);
      case LESS_OR_EQUAL -> Comparison.lessOrEqual(x, y);
      case GREATER -> Comparison.greater(x, y);
      case GREATER_OR_EQUAL -> Comparison.greaterOrEqual(x, y);
      case SHIFT_LEFT, SHIFT_RIGHT, AND, OR, XOR -> null;
    };
  }

  private static @Nullable Object booleans(BinaryOperator operator, boolean x, boolean y) {
    return switch (operator) {
      case AND -> x && y;
      case OR -> x || y;
      case XOR -> x ^ y;
      default -> compared(operator, Boolean.compare(x, y));
    };
  }

  private static @Nullable Object strings(
      BinaryOperator operator, RhaiString x, RhaiString y, @Nullable Run run) {
    return switch (operator) {
      case ADD -> sum(x, y, run);
      case SUBTRACT -> x.minus(y);
      case EQUAL -> x.equals(y);
      case NOT_EQUAL -> !x.equals(y);
      default -> isComparison(operator) ? compared(operator, x.compareTo(y)) : null;
    };
  }

  static RhaiString sum(RhaiString x, RhaiString y, @Nullable Run run) {
    if (run != null && run.limitsData()) {
      Sizes.checkSum(x, y, run.limits());
    }
    return x.append(y);
  }

  private static @Nullable Object stringAndChar(
      BinaryOperator operator, RhaiString x, RhaiCharacter y, @Nullable Run run) {
    return switch (operator) {
      case ADD -> sum(x, RhaiString.of(y.codePoint()), run);
      case SUBTRACT -> x.minus(y.codePoint());
      default -> isComparison(operator) ? compared(operator, -compareFirstTwo(y, x)) : null;
    };
  }

  private static @Nullable Object charAndString(
      BinaryOperator operator, RhaiCharacter x, RhaiString y, @Nullable Run run) {
    if (operator == BinaryOperator.ADD) {
      return sum(RhaiString.of(x.codePoint()), y, run);
    }
    return isComparison(operator) ? compared(operator, compareFirstTwo(x, y)) : null;
  }

  // Rhai looks at no more than the first two characters of the string.
  private static int compareFirstTwo(RhaiCharacter character, RhaiString string) {
    if (string.isEmpty()) {
      return 1;
    }
    int order = Integer.compare(character.codePoint(), string.codePointAt(0));
    return order != 0 || string.length() == 1 ? order : -1;
  }

  private static @Nullable Object characters(
      BinaryOperator operator, RhaiCharacter x, RhaiCharacter y, @Nullable Run run) {
    if (operator == BinaryOperator.ADD) {
      return sum(RhaiString.of(x.codePoint()), RhaiString.of(y.codePoint()), run);
    }
    return isComparison(operator) ? compared(operator, x.compareTo(y)) : null;
  }

  private static @Nullable Object units(BinaryOperator operator) {
    return isComparison(operator) ? operator == BinaryOperator.EQUAL : null;
  }

  private static @Nullable Object blobs(
      BinaryOperator operator, Blob x, Blob y, @Nullable Run run) {
    return switch (operator) {
      case ADD -> sum(x, y, run);
      case EQUAL -> x.hasSameBytes(y);
      case NOT_EQUAL -> !x.hasSameBytes(y);
      default -> null;
    };
  }

  private static Blob sum(Blob x, Blob y, @Nullable Run run) {
    if (run != null && run.limitsData()) {
      DataSize.check(run.limits(), (long) x.size() + y.size(), 0, 0);
    }
    Blob sum = x.copy();
    sum.addAll(y);
    return sum;
  }

  // An exclusive and an inclusive range differ, but asking whether they are equal has no answer.
  private static @Nullable Object ranges(BinaryOperator operator, RhaiRange x, RhaiRange y) {
    return switch (operator) {
      case EQUAL -> x.inclusive() == y.inclusive() ? x.equals(y) : null;
      case NOT_EQUAL -> !x.equals(y);
      default -> null;
    };
  }

  private static @Nullable Object differentTypes(
      BinaryOperator operator, Object left, Object right) {
    if (!isComparison(operator)
        || left.getClass() == right.getClass()
        || (isNumber(left) && isNumber(right))) {
      return null;
    }
    return operator == BinaryOperator.NOT_EQUAL;
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof UnsignedByte;
  }

  static boolean isComparison(BinaryOperator operator) {
    return operator.compareTo(BinaryOperator.EQUAL) >= 0;
  }

  private static @Nullable Object compared(BinaryOperator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      default -> null;
    };
  }
}

package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.runtime.Arithmetic;
import dev.coachwhip.rhai.runtime.Comparison;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** The built-in operators of two integers or two floats as method handles. */
final class NumberOperators {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private NumberOperators() {}

  /** Returns the operator of integers: (long, long)long or (long, long)boolean. */
  static MethodHandle integers(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> arithmetic("add");
      case SUBTRACT -> arithmetic("subtract");
      case MULTIPLY -> arithmetic("multiply");
      case DIVIDE -> arithmetic("divide");
      case REMAINDER -> arithmetic("remainder");
      case POWER -> arithmetic("power");
      case SHIFT_LEFT -> arithmetic("shiftLeft");
      case SHIFT_RIGHT -> arithmetic("shiftRight");
      case AND -> own("and", long.class, long.class);
      case OR -> own("or", long.class, long.class);
      case XOR -> own("xor", long.class, long.class);
      case EQUAL -> own("equal", boolean.class, long.class);
      case NOT_EQUAL -> own("notEqual", boolean.class, long.class);
      case LESS -> own("less", boolean.class, long.class);
      case LESS_OR_EQUAL -> own("lessOrEqual", boolean.class, long.class);
      case GREATER -> own("greater", boolean.class, long.class);
      case GREATER_OR_EQUAL -> own("greaterOrEqual", boolean.class, long.class);
    };
  }

  /** Returns the operator of floats: (double, double)double or (double, double)boolean. */
  static @Nullable MethodHandle floats(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> own("add", double.class, double.class);
      case SUBTRACT -> own("subtract", double.class, double.class);
      case MULTIPLY -> own("multiply", double.class, double.class);
      case DIVIDE -> own("divide", double.class, double.class);
      case REMAINDER -> own("remainder", double.class, double.class);
      case POWER -> find(Arithmetic.class, "power", double.class, double.class);
      case EQUAL -> comparison("equal");
      case NOT_EQUAL -> comparison("notEqual");
      case LESS -> comparison("less");
      case LESS_OR_EQUAL -> comparison("lessOrEqual");
      case GREATER -> comparison("greater");
      case GREATER_OR_EQUAL -> comparison("greaterOrEqual");
      case SHIFT_LEFT, SHIFT_RIGHT, AND, OR, XOR -> null;
    };
  }

  private static MethodHandle arithmetic(String name) {
    return find(Arithmetic.class, name, long.class, long.class);
  }

  private static MethodHandle comparison(String name) {
    return find(Comparison.class, name, boolean.class, double.class);
  }

  private static MethodHandle own(String name, Class<?> result, Class<?> operand) {
    return find(NumberOperators.class, name, result, operand);
  }

  private static MethodHandle find(Class<?> owner, String name, Class<?> result, Class<?> operand) {
    return Handles.findStatic(LOOKUP, owner, name, result, operand, operand);
  }

  static long and(long x, long y) {
    return x & y;
  }

  static long or(long x, long y) {
    return x | y;
  }

  static long xor(long x, long y) {
    return x ^ y;
  }

  static boolean equal(long x, long y) {
    return x == y;
  }

  static boolean notEqual(long x, long y) {
    return x != y;
  }

  static boolean less(long x, long y) {
    return x < y;
  }

  static boolean lessOrEqual(long x, long y) {
    return x <= y;
  }

  static boolean greater(long x, long y) {
    return x > y;
  }

  static boolean greaterOrEqual(long x, long y) {
    return x >= y;
  }

  static double add(double x, double y) {
    return x + y;
  }

  static double subtract(double x, double y) {
    return x - y;
  }

  static double multiply(double x, double y) {
    return x * y;
  }

  static double divide(double x, double y) {
    return x / y;
  }

  static double remainder(double x, double y) {
    return x % y;
  }
}

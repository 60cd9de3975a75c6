package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** What a site asks about its operands. */
final class Operands {

  private Operands() {}

  /**
   * Returns a test for what the run links to and for the classes of all operands that the site's
   * type leaves open.
   */
  static MethodHandle ofClasses(MethodType type, Object linkage, Object[] arguments) {
    List<Integer> positions = new ArrayList<>();
    List<Class<?>> classes = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      if (!type.parameterType(i).isPrimitive()) {
        positions.add(i);
        classes.add(arguments[i].getClass());
      }
    }
    return Guards.of(type, linkage, null, positions, classes);
  }

  /** Tells whether it is a string plus a number or the like, which Rhai has functions for. */
  static boolean isJoin(BinaryOperator operator, Object[] arguments) {
    return operator == BinaryOperator.ADD
        && ((arguments[1] instanceof RhaiString && isPlain(arguments[2]))
            || (arguments[2] instanceof RhaiString && isPlain(arguments[1])));
  }

  private static boolean isPlain(Object value) {
    return value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof RhaiArray
        || value instanceof RhaiMap;
  }
}

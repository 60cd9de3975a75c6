package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** {@code left op= right}, for the new value of the left side. */
final class AssignSite extends Site {

  private static final MethodHandle GENERAL =
      Handles.findStatic(
          MethodHandles.lookup(),
          AssignSite.class,
          "apply",
          Object.class,
          BinaryOperator.class,
          long.class,
          Run.class,
          Object.class,
          Object.class);

  private final BinaryOperator operator;
  private final long position;

  AssignSite(MethodType type, BinaryOperator operator, long position) {
    super(type);
    this.operator = operator;
    this.position = position;
  }

  static Object apply(BinaryOperator operator, long position, Run run, Object left, Object right) {
    return Operators.assign(
        operator, left, right, run, Position.line(position), Position.column(position));
  }

  @Override
  Object execute(Object[] arguments) {
    return apply(operator, position, (Run) arguments[0], arguments[1], arguments[2]);
  }

  @Override
  MethodHandle general() {
    return Handles.adapt(MethodHandles.insertArguments(GENERAL, 0, operator, position), type());
  }

  @Override
  @Nullable Link link(Run run, Object[] arguments) {
    // int op= float and comparisons are no built-in assignments, but mean the same as op.
    Class<?> left = arguments[1].getClass();
    Class<?> right = arguments[2].getClass();
    MethodHandle built = run.fastOperators() ? BinaryOperators.find(operator, left, right) : null;
    if (built == null) {
      return null;
    }
    MethodHandle target = Handles.positioned(Handles.adapt(built, type()), position);
    return new Link(Operands.ofClasses(type(), run.linkage(), arguments), target);
  }
}

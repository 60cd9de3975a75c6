package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.ast.BinaryOperator;
import dev.coachwhip.rhai.runtime.Operators;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** {@code left op right}. */
final class BinarySite extends Site {

  private static final MethodHandle GENERAL =
      Handles.findStatic(
          MethodHandles.lookup(),
          BinarySite.class,
          "apply",
          Object.class,
          BinaryOperator.class,
          long.class,
          Run.class,
          Object.class,
          Object.class);

  private final BinaryOperator operator;
  private final long position;

  BinarySite(MethodType type, BinaryOperator operator, long position) {
    super(type);
    this.operator = operator;
    this.position = position;
  }

  static Object apply(BinaryOperator operator, long position, Run run, Object left, Object right) {
    return Operators.binary(
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
    if (!run.fastOperators()) {
      return null;
    }
    MethodHandle built =
        BinaryOperators.find(operator, arguments[1].getClass(), arguments[2].getClass());
    if (built != null) {
      return new Link(
          Operands.ofClasses(type(), run.linkage(), arguments), Handles.adapt(built, type()));
    }
    return Operands.isJoin(operator, arguments)
        ? new FunctionLinks(operator.symbol(), position, false, true)
            .link(run, type(), arguments, null)
        : null;
  }
}

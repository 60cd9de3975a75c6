package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Tagged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Links to functions of Java, by the classes of those arguments that overloads differ by.
 *
 * @param position of the call
 * @param constant whether the first argument is a constant, so that only pure functions are meant
 * @param exact whether the classes of all arguments matter, because it is an operator that has
 *     built-in meanings, too
 */
record FunctionLinks(String name, long position, boolean constant, boolean exact) {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle CHECK_RESULT =
      Handles.findStatic(
          LOOKUP,
          FunctionLinks.class,
          "checkResult",
          Object.class,
          Object.class,
          long.class,
          Run.class);
  private static final MethodHandle CHECK_RECEIVER =
      Handles.findStatic(
          LOOKUP,
          FunctionLinks.class,
          "checkReceiver",
          Object.class,
          Object.class,
          long.class,
          Run.class,
          Object.class);

  /**
   * Returns a link for these arguments of a site.
   *
   * @param type the site's
   * @param program what the run must run; null for any
   * @return null if there is no such function, or it must be called the general way
   */
  @Nullable Link link(Run run, MethodType type, Object[] arguments, @Nullable Program program) {
    int count = arguments.length - 1;
    Class<?>[] types = new Class<?>[count];
    for (int i = 0; i < count; i++) {
      Object value = Receivers.value(arguments[i + 1]);
      if (value instanceof Tagged) {
        return null;
      }
      types[i] = value.getClass();
    }
    Overload overload = run.functions().find(name, types);
    if (overload == null || (!overload.isPure() && count > 0 && isConstant(arguments[1]))) {
      return null;
    }
    List<Integer> positions = tested(run.functions().overloads(name, count), types, type);
    if (positions.size() > Guards.MOST_CLASSES) {
      return null;
    }
    List<Class<?>> classes = new ArrayList<>();
    positions.forEach(i -> classes.add(types[i - 1]));
    MethodHandle test = Guards.of(type, run.linkage(), program, positions, classes);
    if (!overload.isPure() && count > 0 && type.parameterType(1) == Ref.class) {
      test = Guards.both(test, Guards.isVariable(type));
    }
    return new Link(test, target(run, overload, type));
  }

  private boolean isConstant(Object receiver) {
    return constant || (receiver instanceof Ref<?> ref && ref.isConstant());
  }

  /** Returns which of the site's parameters decide between the overloads. */
  private List<Integer> tested(List<Overload> overloads, Class<?>[] types, MethodType siteType) {
    List<Integer> positions = new ArrayList<>();
    List<Overload> candidates = overloads;
    for (int i = 0; i < types.length; i++) {
      int parameter = i;
      boolean decides =
          exact
              || candidates.stream()
                  .anyMatch(overload -> overload.parameterTypes().get(parameter) != Object.class);
      if (!decides) {
        continue;
      }
      if (!siteType.parameterType(i + 1).isPrimitive()) {
        positions.add(i + 1);
      }
      Class<?> actual = types[i];
      candidates =
          candidates.stream()
              .filter(o -> o.parameterTypes().get(parameter).isAssignableFrom(actual))
              .toList();
    }
    return positions;
  }

  private MethodHandle target(Run run, Overload overload, MethodType type) {
    MethodType wanted = run.limitsData() ? type.changeReturnType(Object.class) : type;
    MethodHandle target =
        overload.isByReference()
            ? Receivers.byReference(overload.handle(), wanted)
            : Receivers.byValue(overload.handle(), wanted);
    if (run.limitsData()) {
      target = Handles.adapt(checked(target, overload), type);
    }
    return Handles.positioned(target, position);
  }

  /** (Run, arguments...)Object, which measures what comes out and what was changed. */
  private MethodHandle checked(MethodHandle target, Overload overload) {
    MethodType type = target.type();
    boolean receiver = !overload.isPure() && type.parameterCount() > 1;
    MethodHandle check =
        MethodHandles.insertArguments(receiver ? CHECK_RECEIVER : CHECK_RESULT, 1, position);
    if (receiver) {
      check = check.asType(check.type().changeParameterType(2, type.parameterType(1)));
    }
    int count = type.parameterCount();
    int[] order = new int[count + (receiver ? 2 : 1)];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    order[count] = 0;
    if (receiver) {
      order[count + 1] = 1;
    }
    // check: (Object result, Run, [receiver]) -> (Run, arguments..., Run, [receiver])
    return MethodHandles.permuteArguments(
        MethodHandles.collectArguments(check, 0, target), type, order);
  }

  static Object checkResult(Object result, long position, Run run) {
    return run.checkSize(result, Position.line(position), Position.column(position));
  }

  static Object checkReceiver(Object result, long position, Run run, Object receiver) {
    int line = Position.line(position);
    int column = Position.column(position);
    run.checkSize(result, line, column);
    run.checkSize(Receivers.value(receiver), line, column);
    return result;
  }
}

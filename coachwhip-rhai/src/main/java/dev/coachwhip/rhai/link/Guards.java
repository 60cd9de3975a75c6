package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests on a site's arguments: what the run links to, and the classes of some operands. */
final class Guards {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final int MOST = 4;

  /** By number of classes: (linkage, classes..., run, operands...)boolean. */
  private static final MethodHandle[] LINKED = new MethodHandle[MOST + 1];

  /** By number of classes: (classes..., operands...)boolean. */
  private static final MethodHandle[] CLASSES = {
    MethodHandles.constant(boolean.class, true), find("same", 1, null, null), find("same", 2, null, null)
  };

  static {
    for (int i = 0; i <= MOST; i++) {
      LINKED[i] = find("linked", i, Object.class, Run.class);
    }
  }

  private static final MethodHandle VALUE =
      Handles.findVirtual(LOOKUP, Ref.class, "get", Object.class);

  private Guards() {}

  private static MethodHandle find(
      String name, int classes, @Nullable Class<?> token, @Nullable Class<?> run) {
    List<Class<?>> parameters = new ArrayList<>();
    if (token != null) {
      parameters.add(token);
    }
    for (int i = 0; i < classes; i++) {
      parameters.add(Class.class);
    }
    if (run != null) {
      parameters.add(run);
    }
    for (int i = 0; i < classes; i++) {
      parameters.add(Object.class);
    }
    return Handles.findStatic(
        LOOKUP, Guards.class, name, boolean.class, parameters.toArray(Class<?>[]::new));
  }

  /** Tells whether so many operands can be tested. */
  static boolean canTest(int classes) {
    return classes <= MOST;
  }

  /**
   * Returns a test of a site's arguments.
   *
   * @param type the site's type
   * @param linkage what the run must link to; null for any
   * @param positions the parameters that are tested; of references, the value
   * @param classes what they must be exactly
   */
  static MethodHandle of(
      MethodType type, @Nullable Object linkage, List<Integer> positions, List<Class<?>> classes) {
    int count = positions.size();
    List<Object> constants = new ArrayList<>();
    if (linkage != null) {
      constants.add(linkage);
    }
    constants.addAll(classes);
    MethodHandle test = (linkage == null ? CLASSES : LINKED)[count];
    test = MethodHandles.insertArguments(test, 0, constants.toArray());
    int first = linkage == null ? 0 : 1;
    int[] order = new int[first + count];
    for (int i = 0; i < count; i++) {
      Class<?> parameter = type.parameterType(positions.get(i));
      order[first + i] = positions.get(i);
      if (parameter == Ref.class) {
        test = MethodHandles.filterArguments(test, first + i, VALUE);
      }
      test = test.asType(test.type().changeParameterType(first + i, parameter));
    }
    return MethodHandles.permuteArguments(test, type.changeReturnType(boolean.class), order);
  }

  @SuppressWarnings("unused") // these are found by name
  private static boolean linked(Object linkage, Run run) {
    return run.linkage() == linkage;
  }

  @SuppressWarnings("unused")
  private static boolean linked(Object linkage, Class<?> a, Run run, Object x) {
    return run.linkage() == linkage && x.getClass() == a;
  }

  @SuppressWarnings("unused")
  private static boolean linked(
      Object linkage, Class<?> a, Class<?> b, Run run, Object x, Object y) {
    return run.linkage() == linkage && x.getClass() == a && y.getClass() == b;
  }

  @SuppressWarnings("unused")
  private static boolean linked(
      Object linkage, Class<?> a, Class<?> b, Class<?> c, Run run, Object x, Object y, Object z) {
    return run.linkage() == linkage
        && x.getClass() == a
        && y.getClass() == b
        && z.getClass() == c;
  }

  @SuppressWarnings("unused")
  private static boolean linked(
      Object linkage,
      Class<?> a,
      Class<?> b,
      Class<?> c,
      Class<?> d,
      Run run,
      Object x,
      Object y,
      Object z,
      Object w) {
    return run.linkage() == linkage
        && x.getClass() == a
        && y.getClass() == b
        && z.getClass() == c
        && w.getClass() == d;
  }

  @SuppressWarnings("unused")
  private static boolean same(Class<?> a, Object x) {
    return x.getClass() == a;
  }

  @SuppressWarnings("unused")
  private static boolean same(Class<?> a, Class<?> b, Object x, Object y) {
    return x.getClass() == a && y.getClass() == b;
  }
}

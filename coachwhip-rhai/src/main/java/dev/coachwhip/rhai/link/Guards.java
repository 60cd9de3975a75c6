package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests on a site's arguments. Of a {@link Ref} they look at the value. */
final class Guards {

  // Constants are bound first, so that the JIT drops the tests for those that are null.

  /** How many classes a test may have. */
  static final int MOST_CLASSES = 4;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle[] CLASSES = new MethodHandle[MOST_CLASSES + 1];
  private static final MethodHandle VARIABLE = find("isVariable", Ref.class);
  private static final MethodHandle SHAPE = find("hasShape", Shape.class, Object.class);
  private static final MethodHandle INTEGER_SLOT =
      find("hasInteger", Shape.class, int.class, Object.class);
  private static final MethodHandle FLOAT_SLOT =
      find("hasFloat", Shape.class, int.class, Object.class);
  private static final MethodHandle BOXED_SLOT =
      find("hasBoxed", Shape.class, int.class, Object.class);
  private static final MethodHandle INTEGER_ITEMS = find("hasIntegers", Object.class);
  private static final MethodHandle FLOAT_ITEMS = find("hasFloats", Object.class);
  private static final MethodHandle BOXED_ITEMS = find("hasBoxedItems", Object.class);
  private static final MethodHandle CLASS = find("isOfClass", Class.class, Object.class);
  private static final MethodHandle NO_FUNCTION =
      find("lacksFunction", Shape.class, String.class, Object.class);
  private static final MethodHandle NO_MAP = find("isNoMap", Object.class);
  private static final MethodHandle POINTER =
      find("pointsTo", ScriptFunction.class, int.class, Object.class);
  private static final MethodHandle SLOT_POINTER =
      find("slotPointsTo", Shape.class, int.class, ScriptFunction.class, int.class, Object.class);

  static {
    for (int i = 0; i <= MOST_CLASSES; i++) {
      CLASSES[i] = findClasses(i);
    }
  }

  private Guards() {}

  private static MethodHandle find(String name, Class<?>... parameters) {
    return Handles.findStatic(LOOKUP, Guards.class, name, boolean.class, parameters);
  }

  private static MethodHandle findClasses(int count) {
    List<Class<?>> parameters = new ArrayList<>(List.of(Object.class, Program.class));
    parameters.addAll(Collections.nCopies(count, Class.class));
    parameters.add(Run.class);
    parameters.addAll(Collections.nCopies(count, Object.class));
    return find("matches", parameters.toArray(Class<?>[]::new));
  }

  /**
   * Returns a test of the run and of the classes of some arguments.
   *
   * @param type the site's type
   * @param linkage what the run must link to; null for any
   * @param program what the run must run; null for any
   * @param positions the parameters whose classes are tested, at most {@link #MOST_CLASSES}
   * @param classes what they must be exactly
   */
  static MethodHandle of(
      MethodType type,
      @Nullable Object linkage,
      @Nullable Program program,
      List<Integer> positions,
      List<Class<?>> classes) {
    int count = positions.size();
    List<@Nullable Object> constants = new ArrayList<>();
    constants.add(linkage);
    constants.add(program);
    constants.addAll(classes);
    MethodHandle test = MethodHandles.insertArguments(CLASSES[count], 0, constants.toArray());
    int[] order = new int[1 + count];
    for (int i = 0; i < count; i++) {
      int position = positions.get(i);
      order[1 + i] = position;
      test = accepting(test, 1 + i, type.parameterType(position));
    }
    return MethodHandles.permuteArguments(test, type.changeReturnType(boolean.class), order);
  }

  private static MethodHandle accepting(MethodHandle test, int position, Class<?> parameter) {
    if (parameter == Ref.class) {
      return MethodHandles.filterArguments(test, position, Receivers.VALUE);
    }
    return test.asType(test.type().changeParameterType(position, parameter));
  }

  /** Returns a test that the first operand, a reference, is no constant's. */
  static MethodHandle isVariable(MethodType type) {
    return MethodHandles.permuteArguments(VARIABLE, type.changeReturnType(boolean.class), 1);
  }

  static boolean isVariable(Ref<?> ref) {
    return !ref.isConstant();
  }

  /** Returns a test that the first operand is a map of a shape. */
  static MethodHandle ofShape(MethodType type, Shape shape) {
    return onReceiver(type, MethodHandles.insertArguments(SHAPE, 0, shape));
  }

  /** Returns a test that the first operand is a map of a shape with a slot of a kind. */
  static MethodHandle ofSlot(MethodType type, Shape shape, int slot, SlotKind kind) {
    MethodHandle test =
        switch (kind) {
          case INTEGER -> INTEGER_SLOT;
          case FLOAT -> FLOAT_SLOT;
          case BOXED -> BOXED_SLOT;
        };
    return onReceiver(type, MethodHandles.insertArguments(test, 0, shape, slot));
  }

  static boolean hasInteger(Shape shape, int slot, Object value) {
    return value instanceof RhaiMap map && map.shape() == shape && map.isInteger(slot);
  }

  static boolean hasFloat(Shape shape, int slot, Object value) {
    return value instanceof RhaiMap map && map.shape() == shape && map.isFloat(slot);
  }

  static boolean hasBoxed(Shape shape, int slot, Object value) {
    return value instanceof RhaiMap map && map.shape() == shape && map.isBoxed(slot);
  }

  /** Returns a test that the first operand is an array that keeps its items in a way. */
  static MethodHandle ofItems(MethodType type, ItemKind kind) {
    return onReceiver(
        type,
        switch (kind) {
          case INTEGER -> INTEGER_ITEMS;
          case FLOAT -> FLOAT_ITEMS;
          case BOXED -> BOXED_ITEMS;
        });
  }

  static boolean hasIntegers(Object value) {
    return value instanceof RhaiArray array && array.isOfIntegers();
  }

  static boolean hasFloats(Object value) {
    return value instanceof RhaiArray array && array.isOfFloats();
  }

  static boolean hasBoxedItems(Object value) {
    return value instanceof RhaiArray array && array.isBoxed();
  }

  /** Returns a test of the class of one argument. */
  static MethodHandle ofClass(MethodType type, int position, Class<?> wanted) {
    MethodHandle test =
        accepting(MethodHandles.insertArguments(CLASS, 0, wanted), 0, type.parameterType(position));
    return MethodHandles.permuteArguments(test, type.changeReturnType(boolean.class), position);
  }

  static boolean isOfClass(Class<?> wanted, Object value) {
    return value.getClass() == wanted;
  }

  /** Returns a test that the first operand, a map, has no function pointer of that name. */
  static MethodHandle lacksFunction(MethodType type, RhaiMap map, String name) {
    Shape shape = map.shape();
    Shape known = shape == null || shape.slot(name) >= 0 ? null : shape;
    return onReceiver(type, MethodHandles.insertArguments(NO_FUNCTION, 0, known, name));
  }

  /** Returns a test that the first operand is no map. */
  static MethodHandle isNoMap(MethodType type) {
    return type.parameterType(1).isPrimitive()
        ? MethodHandles.dropArguments(
            MethodHandles.constant(boolean.class, true), 0, type.parameterList())
        : onReceiver(type, NO_MAP);
  }

  static boolean isNoMap(Object value) {
    return !(value instanceof RhaiMap);
  }

  /** Returns a test that the first operand points to a function, with so many arguments given. */
  static MethodHandle pointsTo(MethodType type, ScriptFunction function, int curried) {
    return onReceiver(type, MethodHandles.insertArguments(POINTER, 0, function, curried));
  }

  /** Returns a test that the first operand is a map with such a function pointer in a slot. */
  static MethodHandle slotPointsTo(
      MethodType type, Shape shape, int slot, ScriptFunction function, int curried) {
    return onReceiver(
        type, MethodHandles.insertArguments(SLOT_POINTER, 0, shape, slot, function, curried));
  }

  private static MethodHandle onReceiver(MethodType type, MethodHandle test) {
    MethodHandle adapted = accepting(test, 0, type.parameterType(1));
    return MethodHandles.permuteArguments(adapted, type.changeReturnType(boolean.class), 1);
  }

  /** Returns a test for both; the second one only sees what passed the first. */
  static MethodHandle both(MethodHandle first, MethodHandle second) {
    MethodHandle no =
        MethodHandles.dropArguments(
            MethodHandles.constant(boolean.class, false), 0, first.type().parameterList());
    return MethodHandles.guardWithTest(first, second, no);
  }

  static boolean hasShape(Shape shape, Object value) {
    return value instanceof RhaiMap map && map.shape() == shape;
  }

  static boolean lacksFunction(@Nullable Shape shape, String name, Object value) {
    RhaiMap map = (RhaiMap) value;
    return (shape != null && map.shape() == shape) || Receivers.functionPointer(map, name) == null;
  }

  @SuppressWarnings("ReferenceEquality") // a link is for this very function
  static boolean pointsTo(ScriptFunction function, int curried, Object value) {
    return value instanceof FunctionPointer pointer
        && pointer.function() == function
        && pointer.curriedCount() == curried;
  }

  static boolean slotPointsTo(
      Shape shape, int slot, ScriptFunction function, int curried, Object value) {
    return value instanceof RhaiMap map
        && map.shape() == shape
        && pointsTo(function, curried, map.slot(slot));
  }

  @SuppressWarnings("ReferenceEquality") // tokens and programs, compared by identity on purpose
  private static boolean isLinked(@Nullable Object linkage, @Nullable Program program, Run run) {
    return (linkage == null || run.linkage() == linkage)
        && (program == null || run.program() == program);
  }

  static boolean matches(@Nullable Object linkage, @Nullable Program program, Run run) {
    return isLinked(linkage, program, run);
  }

  static boolean matches(
      @Nullable Object linkage, @Nullable Program program, Class<?> a, Run run, Object x) {
    return isLinked(linkage, program, run) && x.getClass() == a;
  }

  static boolean matches(
      @Nullable Object linkage,
      @Nullable Program program,
      Class<?> a,
      Class<?> b,
      Run run,
      Object x,
      Object y) {
    return isLinked(linkage, program, run) && x.getClass() == a && y.getClass() == b;
  }

  static boolean matches(
      @Nullable Object linkage,
      @Nullable Program program,
      Class<?> a,
      Class<?> b,
      Class<?> c,
      Run run,
      Object x,
      Object y,
      Object z) {
    return matches(linkage, program, a, b, run, x, y) && z.getClass() == c;
  }

  static boolean matches(
      @Nullable Object linkage,
      @Nullable Program program,
      Class<?> a,
      Class<?> b,
      Class<?> c,
      Class<?> d,
      Run run,
      Object x,
      Object y,
      Object z,
      Object w) {
    return matches(linkage, program, a, b, c, run, x, y, z) && w.getClass() == d;
  }
}

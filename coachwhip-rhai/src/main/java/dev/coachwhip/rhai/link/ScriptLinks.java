package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Values;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Handles of functions of scripts, as call sites need them. */
final class ScriptLinks {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle CALL =
      Handles.findVirtual(
          LOOKUP, ScriptFunction.class, "call", Object.class, Run.class, Ref.class, Object[].class);
  private static final MethodHandle WRAP_ERROR =
      Handles.findStatic(
          LOOKUP,
          ScriptLinks.class,
          "throwInCall",
          Object.class,
          RhaiError.class,
          ScriptFunction.class,
          long.class);
  private static final MethodHandle COPY =
      Handles.findStatic(LOOKUP, ScriptLinks.class, "copy", Object.class, Ref.class);
  private static final MethodHandle GIVEN =
      Handles.findStatic(LOOKUP, ScriptLinks.class, "given", Object.class, int.class, Object.class);
  private static final MethodHandle GIVEN_IN_SLOT =
      Handles.findStatic(
          LOOKUP, ScriptLinks.class, "givenInSlot", Object.class, int.class, int.class, Ref.class);

  private ScriptLinks() {}

  private static MethodHandle handle(ScriptFunction function) {
    if (function instanceof DirectFunction direct) {
      return direct.handle();
    }
    return CALL.bindTo(function).asCollector(Object[].class, function.parameters().size());
  }

  /** Returns (Run, receiver, arguments...)result: a method, whose {@code this} is the receiver. */
  static MethodHandle method(ScriptFunction function, MethodType type, long position) {
    return wrapping(Receivers.byScript(handle(function), type), function, position);
  }

  /** Returns (Run, arguments...)result: a function without a receiver. */
  static MethodHandle function(ScriptFunction function, MethodType type, long position) {
    MethodHandle call = MethodHandles.insertArguments(handle(function), 1, (Object) null);
    if (type.parameterCount() > 1 && type.parameterType(1) == Ref.class) {
      call = MethodHandles.filterArguments(call, 1, COPY);
    }
    return wrapping(Handles.adapt(call, type), function, position);
  }

  /**
   * Returns (Run, pointer, arguments...)result for pointers to the function, without a receiver.
   */
  static MethodHandle pointer(
      ScriptFunction function, int curried, MethodType type, long position) {
    MethodHandle call = MethodHandles.insertArguments(handle(function), 1, (Object) null);
    MethodHandle target = giving(call, 1, curried, GIVEN, Object.class);
    return wrapping(Receivers.byValue(target, type), function, position);
  }

  /** Returns (Run, map, arguments...)result for maps with a pointer to the function in a slot. */
  static MethodHandle property(
      ScriptFunction function, int slot, int curried, MethodType type, long position) {
    MethodHandle given = MethodHandles.insertArguments(GIVEN_IN_SLOT, 0, slot);
    // (Run, Ref, curried..., arguments...) -> (Run, Ref, Ref, arguments...) -> (Run, Ref,
    // arguments...)
    MethodHandle target = giving(handle(function), 2, curried, given, Ref.class);
    MethodType twice = target.type();
    int[] order = new int[twice.parameterCount()];
    for (int i = 1; i < order.length; i++) {
      order[i] = i < 2 ? i : i - 1;
    }
    target = MethodHandles.permuteArguments(target, twice.dropParameterTypes(2, 3), order);
    return wrapping(Receivers.byScript(target, type), function, position);
  }

  /**
   * Replaces the arguments that a pointer gives by the pointer itself, or what holds it.
   *
   * @param first the first of the arguments that are given
   * @param getter (int, holder)Object
   */
  private static MethodHandle giving(
      MethodHandle call, int first, int curried, MethodHandle getter, Class<?> holder) {
    if (curried == 0) {
      return MethodHandles.dropArguments(call, first, holder);
    }
    MethodHandle target = call;
    for (int i = 0; i < curried; i++) {
      MethodHandle item = MethodHandles.insertArguments(getter, 0, i);
      target = MethodHandles.filterArguments(target, first + i, item);
    }
    int[] order = new int[target.type().parameterCount()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i < first ? i : Math.max(first, i - curried + 1);
    }
    MethodType merged = target.type().dropParameterTypes(first + 1, first + curried);
    return MethodHandles.permuteArguments(target, merged, order);
  }

  static Object copy(Ref<?> variable) {
    return Values.copy(variable.get());
  }

  static Object given(int index, Object pointer) {
    Object given = ((FunctionPointer) pointer).curriedAt(index);
    return given instanceof Cell ? given : Values.copy(given);
  }

  static Object givenInSlot(int slot, int index, Ref<Object> map) {
    return given(index, ((RhaiMap) map.get()).slot(slot));
  }

  private static MethodHandle wrapping(
      MethodHandle target, ScriptFunction function, long position) {
    return Handles.catching(
        target, MethodHandles.insertArguments(WRAP_ERROR, 1, function, position));
  }

  static Object throwInCall(RhaiError error, ScriptFunction function, long position) {
    throw error
        .inCall(function.name(), Position.line(position), Position.column(position))
        .from(function.source());
  }
}

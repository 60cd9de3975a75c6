package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Unit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Making of method handles. */
final class Handles {

  private static final MethodHandle POSITION =
      findStatic(
          MethodHandles.lookup(),
          Handles.class,
          "throwAt",
          Object.class,
          RhaiError.class,
          long.class);

  private Handles() {}

  static MethodHandle findStatic(
      Lookup lookup, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    try {
      return lookup.findStatic(owner, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e); // one of our own methods
    }
  }

  static MethodHandle findVirtual(
      Lookup lookup, Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    try {
      return lookup.findVirtual(owner, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e); // one of our own methods
    }
  }

  /**
   * Returns the handle with another type: values are cast, boxed as script values and unboxed. A
   * void result becomes unit.
   */
  static MethodHandle adapt(MethodHandle handle, MethodType type) {
    MethodHandle result = handle;
    if (result.type().returnType() == void.class && type.returnType() != void.class) {
      result =
          MethodHandles.filterReturnValue(result, MethodHandles.constant(Object.class, Unit.UNIT));
    }
    // In two steps: asType alone unboxes an Object as any number, by a slower way.
    return result.asType(boxed(type, result.type())).asType(type);
  }

  private static MethodType boxed(MethodType type, MethodType inner) {
    MethodType boxed = type;
    for (int i = 0; i < type.parameterCount(); i++) {
      Class<?> needed = inner.parameterType(i);
      if (needed.isPrimitive() && !type.parameterType(i).isPrimitive()) {
        boxed = boxed.changeParameterType(i, MethodType.methodType(needed).wrap().returnType());
      }
    }
    Class<?> wanted = type.returnType();
    if (wanted.isPrimitive() && wanted != void.class && !inner.returnType().isPrimitive()) {
      boxed = boxed.changeReturnType(MethodType.methodType(wanted).wrap().returnType());
    }
    return boxed;
  }

  /** Returns the handle with this position for errors that have none. */
  static MethodHandle positioned(MethodHandle handle, long position) {
    return catching(handle, MethodHandles.insertArguments(POSITION, 1, position));
  }

  /** Returns the handle with what is done with errors: (RhaiError)Object, which always throws. */
  static MethodHandle catching(MethodHandle handle, MethodHandle handler) {
    Class<?> result = handle.type().returnType();
    return MethodHandles.catchException(
        handle, RhaiError.class, handler.asType(handler.type().changeReturnType(result)));
  }

  static Object throwAt(RhaiError error, long position) {
    throw Position.fill(error, position);
  }
}

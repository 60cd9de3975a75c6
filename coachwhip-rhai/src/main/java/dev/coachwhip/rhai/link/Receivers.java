package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Tagged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The first operand of a site: a value, or a {@link Ref} of one that can be written back. */
final class Receivers {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** (Ref)Object: its value. */
  static final MethodHandle VALUE = Handles.findVirtual(LOOKUP, Ref.class, "get", Object.class);

  private static final MethodHandle WRAP =
      Handles.findStatic(LOOKUP, Receivers.class, "wrap", Ref.class, Object.class);
  private static final MethodHandle MARK =
      Handles.findStatic(LOOKUP, Receivers.class, "mark", Ref.class, Ref.class);

  private Receivers() {}

  static Ref<Object> wrap(Object value) {
    return new Ref<>(value);
  }

  static Ref<Object> mark(Ref<Object> receiver) {
    receiver.markSetByScript();
    return receiver;
  }

  /** Returns a site's receiver as a reference, a new one if it is a value. */
  @SuppressWarnings("unchecked") // a reference to a script's value can hold any
  static Ref<Object> reference(Object receiver) {
    return receiver instanceof Ref<?> ref ? (Ref<Object>) ref : new Ref<>(receiver);
  }

  /** Returns a site's receiver as a value. */
  static Object value(Object receiver) {
    return receiver instanceof Ref<?> ref ? ref.get() : receiver;
  }

  /** Returns the function pointer in a property; null if there is another value or none. */
  static @Nullable FunctionPointer functionPointer(RhaiMap map, String property) {
    Object value = map.get(property);
    return value != null && Tagged.strip(value) instanceof FunctionPointer pointer ? pointer : null;
  }

  /** Adapts a handle (Run, receiver, ...) that takes a value to a site. */
  static MethodHandle byValue(MethodHandle handle, MethodType type) {
    if (type.parameterCount() < 2 || type.parameterType(1) != Ref.class) {
      return Handles.adapt(handle, type);
    }
    MethodHandle adapted = Handles.adapt(handle, type.changeParameterType(1, Object.class));
    return MethodHandles.filterArguments(adapted, 1, VALUE);
  }

  /** Adapts a handle (Run, Ref, ...) to a site. */
  static MethodHandle byReference(MethodHandle handle, MethodType type) {
    if (type.parameterType(1) == Ref.class) {
      return Handles.adapt(handle, type);
    }
    MethodHandle adapted = Handles.adapt(handle, type.changeParameterType(1, Ref.class));
    MethodHandle wrap = WRAP.asType(WRAP.type().changeParameterType(0, type.parameterType(1)));
    return MethodHandles.filterArguments(adapted, 1, wrap);
  }

  /** Adapts the handle of a script function: (Run, Ref, arguments...). */
  static MethodHandle byScript(MethodHandle handle, MethodType type) {
    return type.parameterType(1) == Ref.class
        ? MethodHandles.filterArguments(byReference(handle, type), 1, MARK)
        : byReference(handle, type);
  }
}

package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** {@code x[i]} on the way to a method. */
final class ItemReceivers {

  private static final MethodHandle BY_INTEGER = find(long.class);
  private static final MethodHandle BY_VALUE = find(Object.class);

  private ItemReceivers() {}

  private static MethodHandle find(Class<?> index) {
    return Handles.findStatic(
        MethodHandles.lookup(),
        ItemReceivers.class,
        "get",
        Object.class,
        MethodName.class,
        long.class,
        long.class,
        Run.class,
        Object.class,
        index);
  }

  /** Returns (Run, container, index)item. */
  static MethodHandle get(MethodType type, MethodName method, long position, long bracket) {
    MethodHandle handle = type.parameterType(2) == long.class ? BY_INTEGER : BY_VALUE;
    return Handles.adapt(MethodHandles.insertArguments(handle, 0, method, position, bracket), type);
  }

  static Object get(
      MethodName method, long position, long bracket, Run run, Object container, long index) {
    if (container instanceof RhaiArray array && index >= 0 && index < array.size()) {
      Object item = array.get((int) index);
      return method.mayChange(run, item) ? array.itemForWrite((int) index) : item;
    }
    return getAny(method, position, bracket, run, container, index);
  }

  static Object get(
      MethodName method, long position, long bracket, Run run, Object container, Object index) {
    return index instanceof Long number
        ? get(method, position, bracket, run, container, number.longValue())
        : getAny(method, position, bracket, run, container, index);
  }

  private static Object getAny(
      MethodName method, long position, long bracket, Run run, Object container, Object index) {
    Object item = Items.get(run, container, index, position, bracket);
    return method.mayChange(run, item)
        ? Items.getForWrite(run, container, index, position, bracket)
        : item;
  }
}

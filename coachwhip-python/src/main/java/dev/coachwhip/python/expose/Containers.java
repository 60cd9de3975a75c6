package dev.coachwhip.python.expose;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.Py;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Size, elements, and whether something is among them; and how containers fail. */
final class Containers {

  private Containers() {}

  static Object object(MethodCall<Handle.OfObject> call) {
    return call.handle().exposed().object();
  }

  /** Runs the user's code; what it says of indices and changes becomes Python's exception. */
  static <T extends @Nullable Object> T host(MethodCall<?> call, String kind, Callable<T> code)
      throws Exception {
    try {
      return call.host(code);
    } catch (IndexOutOfBoundsException e) {
      throw call.error(Py.INDEX_ERROR, kind + " index out of range");
    } catch (UnsupportedOperationException e) {
      throw call.error(Py.TYPE_ERROR, "this " + kind + " cannot be changed in this way");
    } catch (ConcurrentModificationException e) {
      throw call.error(Py.RUNTIME_ERROR, "the " + kind + " changed during iteration");
    }
  }

  static long size(MethodCall<Handle.OfObject> call) throws Exception {
    Object object = object(call);
    int size =
        call.host(
            () -> object instanceof Map<?, ?> map ? map.size() : ((Collection<?>) object).size());
    return call.result((long) size);
  }

  static long iterator(MethodCall<Handle.OfObject> call) throws Exception {
    Iterable<?> elements = (Iterable<?>) object(call);
    Iterator<?> iterator = call.host(elements::iterator);
    return call.result(iterator);
  }

  static long keys(MethodCall<Handle.OfObject> call) throws Exception {
    Map<?, ?> map = (Map<?, ?>) object(call);
    Iterator<?> iterator = call.host(() -> map.keySet().iterator());
    return call.result(iterator);
  }

  /** The next element of an exposed iterator. */
  static long next(MethodCall<Handle.OfObject> call) throws Exception {
    Iterator<?> iterator = (Iterator<?>) object(call);
    Iteration iteration = new Iteration(iterator, null);
    return Iterations.next(call, iteration);
  }

  @SuppressWarnings("ReferenceEquality") // that there is none is told apart from every key
  static long contains(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(1);
    ScriptValue value = call.value(0);
    Object object = object(call);
    return MethodCall.bool(
        call.host(() ->
            object instanceof Map<?, ?> map
                ? Lookup.key(map, value) != Lookup.NONE
                : Lookup.contains((Collection<?>) object, value)));
  }

  /** Converts what a script stores in a container. */
  static @Nullable Object stored(MethodCall<?> call, ScriptValue value, Class<?> type) {
    try {
      return type == Object.class ? value.toJava() : value.as(type);
    } catch (dev.coachwhip.error.TypeConversionException e) {
      throw call.error(Py.TYPE_ERROR, String.valueOf(e.getMessage()));
    }
  }
}

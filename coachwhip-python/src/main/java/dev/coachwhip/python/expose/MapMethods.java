package dev.coachwhip.python.expose;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.ffi.PyErrors;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.python.interp.Raised;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indexing of maps. */
@SuppressWarnings("ReferenceEquality") // that there is no key is told apart from every key
final class MapMethods {

  private static final String MAP = "Java map";

  private MapMethods() {}

  @SuppressWarnings("unchecked") // what a script may store is said by Exposed.live
  private static Map<@Nullable Object, @Nullable Object> map(MethodCall<Handle.OfObject> call) {
    return (Map<@Nullable Object, @Nullable Object>) Containers.object(call);
  }

  static long get(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(1);
    Map<?, ?> map = map(call);
    ScriptValue wanted = call.value(0);
    Object found =
        call.host(() -> {
          Object key = Lookup.key(map, wanted);
          return key == Lookup.NONE ? Lookup.NONE : map.get(key);
        });
    if (found == Lookup.NONE) {
      throw missing(call);
    }
    return call.result(found);
  }

  static long set(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(2);
    Map<@Nullable Object, @Nullable Object> map = map(call);
    Exposed exposed = call.handle().exposed();
    ScriptValue wanted = call.value(0);
    Object newKey = Containers.stored(call, wanted, exposed.keyType());
    Object value = Containers.stored(call, call.value(1), exposed.valueType());
    Containers.host(
        call,
        MAP,
        () -> {
          Object key = Lookup.key(map, wanted);
          return map.put(key == Lookup.NONE ? newKey : key, value);
        });
    return MethodCall.none();
  }

  static long delete(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(1);
    Map<?, ?> map = map(call);
    ScriptValue wanted = call.value(0);
    boolean found =
        Containers.host(
            call,
            MAP,
            () -> {
              Object key = Lookup.key(map, wanted);
              if (key == Lookup.NONE) {
                return false;
              }
              map.remove(key);
              return true;
            });
    if (!found) {
      throw missing(call);
    }
    return MethodCall.none();
  }

  private static Raised missing(MethodCall<?> call) {
    PyErrors.PyErr_SetObject(Py.KEY_ERROR, call.object(0));
    return Raised.take();
  }
}

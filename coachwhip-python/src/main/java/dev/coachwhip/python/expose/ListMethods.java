package dev.coachwhip.python.expose;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.ModuleObject;
import dev.coachwhip.python.interp.Py;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Indexing of lists, with Python's negative indices and slices. */
final class ListMethods {

  private static final String LIST = "Java list";

  /** For an index that is no plain int: a slice, a NumPy integer, or a mistake. */
  private static final class Other {
    static final ModuleObject GET = ModuleObject.ours("_objects", "get_at");
    static final ModuleObject SET = ModuleObject.ours("_objects", "set_at");
    static final ModuleObject INSERT = ModuleObject.ours("_objects", "insert");
    static final ModuleObject DELETE = ModuleObject.ours("_objects", "delete_at");
  }

  private ListMethods() {}

  @SuppressWarnings("unchecked") // what a script may store is said by Exposed.live
  private static List<@Nullable Object> list(MethodCall<Handle.OfObject> call) {
    return (List<@Nullable Object>) Containers.object(call);
  }

  private static @Nullable Object stored(MethodCall<Handle.OfObject> call, ScriptValue value) {
    return Containers.stored(call, value, call.handle().exposed().valueType());
  }

  private static int position(long index, List<?> list) {
    int size = list.size();
    return Math.toIntExact(Objects.checkIndex(index < 0 ? index + size : index, (long) size));
  }

  static long get(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(1);
    if (!(call.value(0).data() instanceof Long index)) {
      return Calls.call(
          Other.GET.get(call.attachment()), call.attachment(), call.self(), call.object(0));
    }
    List<?> list = list(call);
    return call.result(Containers.host(call, LIST, () -> list.get(position(index, list))));
  }

  static long set(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(2);
    if (!(call.value(0).data() instanceof Long index)) {
      return Calls.call(
          Other.SET.get(call.attachment()),
          call.attachment(),
          call.self(),
          call.object(0),
          call.object(1));
    }
    List<@Nullable Object> list = list(call);
    Object value = stored(call, call.value(1));
    Containers.host(call, LIST, () -> list.set(position(index, list), value));
    return MethodCall.none();
  }

  static long delete(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(1);
    if (!(call.value(0).data() instanceof Long index)) {
      return Calls.call(
          Other.DELETE.get(call.attachment()), call.attachment(), call.self(), call.object(0));
    }
    List<?> list = list(call);
    Containers.host(call, LIST, () -> list.remove(position(index, list)));
    return MethodCall.none();
  }

  /** {@code insert(index, value)}: an index beyond the ends means the end. */
  static long insert(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(2);
    if (!(call.value(0).data() instanceof Long index)) {
      return Calls.call(
          Other.INSERT.get(call.attachment()),
          call.attachment(),
          call.self(),
          call.object(0),
          call.object(1));
    }
    List<@Nullable Object> list = list(call);
    Object value = stored(call, call.value(1));
    Containers.host(
        call,
        LIST,
        () -> {
          int size = list.size();
          list.add(Math.clamp(index < 0 ? index + size : index, 0, size), value);
          return true;
        });
    return MethodCall.none();
  }

  static long clear(MethodCall<Handle.OfObject> call) throws Exception {
    List<?> list = list(call);
    Containers.host(
        call,
        LIST,
        () -> {
          list.clear();
          return true;
        });
    return MethodCall.none();
  }

  private static ListRange range(MethodCall<Handle.OfObject> call) {
    return new ListRange(
        call.value(0).as(int.class), call.value(1).as(int.class), call.value(2).as(int.class));
  }

  static long getRange(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(3);
    ListRange range = range(call);
    List<?> list = list(call);
    return call.result(Containers.host(call, LIST, () -> range.get(list)));
  }

  static long setRange(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(4);
    ListRange range = range(call);
    List<@Nullable Object> list = list(call);
    List<@Nullable Object> values = new ArrayList<>();
    for (ScriptValue value : call.value(3).asList()) {
      values.add(stored(call, value));
    }
    if (range.step() != 1 && range.size() != values.size()) {
      throw call.error(
          Py.VALUE_ERROR,
          "attempt to assign sequence of size %d to extended slice of size %d"
              .formatted(values.size(), range.size()));
    }
    Containers.host(
        call,
        LIST,
        () -> {
          range.set(list, values);
          return true;
        });
    return MethodCall.none();
  }

  static long deleteRange(MethodCall<Handle.OfObject> call) throws Exception {
    call.requireArguments(3);
    ListRange range = range(call);
    List<?> list = list(call);
    Containers.host(
        call,
        LIST,
        () -> {
          range.delete(list);
          return true;
        });
    return MethodCall.none();
  }
}

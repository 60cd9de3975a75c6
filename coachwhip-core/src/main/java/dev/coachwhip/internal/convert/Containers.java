package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, sets and maps with their elements converted; unmodifiable, in the script's order. */
final class Containers {

  private Containers() {}

  static @Nullable Converter of(Class<?> type, List<Type> typeArguments) {
    if (type == Map.class) {
      Converter keys = Converters.argument(typeArguments, 0);
      Converter values = Converters.argument(typeArguments, 1);
      return (value, depth) -> map(checked(value, Map.class, type), keys, values, depth);
    }
    boolean lists = type.isAssignableFrom(List.class);
    boolean sets = type.isAssignableFrom(Set.class);
    if (!lists && !sets) {
      return null;
    }
    Converter elements = Converters.argument(typeArguments, 0);
    return (value, depth) ->
        lists && value.data() instanceof ScriptArray array
            ? list(ScriptArrayConverter.list(array, value), elements, depth)
            : sets && value.data() instanceof Set
                ? set(value, elements, depth)
                : lists && value.data() instanceof List
                    ? list(value, elements, depth)
                    : Streams.iterable(value, type, elements);
  }

  private static ScriptValue checked(ScriptValue value, Class<?> data, Class<?> type) {
    if (data.isInstance(value.data())) {
      return value;
    }
    throw Misfit.of(type, value);
  }

  static List<@Nullable Object> list(ScriptValue value, Converter elements, int depth) {
    List<@Nullable Object> numbers = NumberViews.of(value, elements);
    if (numbers != null) {
      return numbers;
    }
    List<ScriptValue> from = value.asList();
    List<@Nullable Object> result = new ArrayList<>(from.size());
    for (ScriptValue element : from) {
      result.add(element(element, elements, result.size(), depth));
    }
    return Collections.unmodifiableList(result);
  }

  /** Converts one element; a failure tells its place. */
  static @Nullable Object element(ScriptValue value, Converter converter, int index, int depth) {
    try {
      return converter.convert(value, depth);
    } catch (Misfit e) {
      throw e.within("[" + index + "]");
    }
  }

  static Set<@Nullable Object> set(ScriptValue value, Converter elements, int depth) {
    Collection<ScriptValue> from = value.asSet();
    Set<@Nullable Object> result = LinkedHashSet.newLinkedHashSet(from.size());
    for (ScriptValue element : from) {
      try {
        result.add(elements.convert(element, depth));
      } catch (Misfit e) {
        throw e.within("{" + element.describe() + "}"); // its elements have no other name
      }
    }
    return Collections.unmodifiableSet(result);
  }

  static Map<@Nullable Object, @Nullable Object> map(
      ScriptValue value, Converter keys, Converter values, int depth) {
    Map<ScriptValue, ScriptValue> from = value.asEntries();
    Map<@Nullable Object, @Nullable Object> result = LinkedHashMap.newLinkedHashMap(from.size());
    from.forEach((key, entry) -> {
      try {
        result.put(keys.convert(key, depth), values.convert(entry, depth));
      } catch (Misfit e) {
        throw e.within(place(key));
      }
    });
    return Collections.unmodifiableMap(result);
  }

  private static String place(ScriptValue key) {
    return key.data() instanceof String text ? "[\"" + text + "\"]" : "[" + key + "]";
  }
}

package dev.coachwhip.rhai.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Functions by their names: those of the standard library, made once, or those of the host. Immutable.
 */
public final class FunctionIndex {

  /** No functions. */
  public static final FunctionIndex EMPTY = new FunctionIndex(Map.of());

  private final Map<String, List<Overload>> overloads;

  private FunctionIndex(Map<String, List<Overload>> overloads) {
    this.overloads = overloads;
  }

  /** Returns one of overloads; of two for the same types the later one counts. */
  public static FunctionIndex of(List<Overload> overloads) {
    Map<String, List<Overload>> byName = new HashMap<>();
    for (Overload overload : overloads) {
      List<Overload> named = byName.computeIfAbsent(overload.name(), name -> new ArrayList<>());
      named.removeIf(other -> other.parameterTypes().equals(overload.parameterTypes()));
      named.add(overload);
    }
    return new FunctionIndex(byName);
  }

  /** Returns one of all methods with {@link RhaiFunction} in classes that the lookup can reach. */
  public static FunctionIndex of(MethodHandles.Lookup lookup, List<Class<?>> classes) {
    List<Overload> overloads = new ArrayList<>();
    for (Class<?> type : classes) {
      for (Method method : type.getDeclaredMethods()) {
        for (RhaiFunction function : method.getAnnotationsByType(RhaiFunction.class)) {
          overloads.add(overload(lookup, method, function));
        }
      }
    }
    return of(overloads);
  }

  private static Overload overload(
      MethodHandles.Lookup lookup, Method method, RhaiFunction function) {
    Class<?>[] declared = method.getParameterTypes();
    int first = declared.length > 0 && declared[0] == Run.class ? 1 : 0;
    boolean byReference = declared.length > first && declared[first] == Ref.class;
    List<Class<?>> types = new ArrayList<>(declared.length);
    for (int i = first; i < declared.length; i++) {
      types.add(i == first && byReference ? referred(method, i) : boxed(declared[i]));
    }
    return Overload.of(name(method, function), List.copyOf(types), function.pure(), byReference,
        lookup, method);
  }

  private static Class<?> referred(Method method, int parameter) {
    return method.getGenericParameterTypes()[parameter]
                instanceof java.lang.reflect.ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> argument
        ? argument
        : Object.class;
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == long.class) {
      return Long.class;
    }
    if (type == double.class) {
      return Double.class;
    }
    return type == boolean.class ? Boolean.class : type;
  }

  private static String name(Method method, RhaiFunction function) {
    String name = function.name().isEmpty() ? snakeCase(method.getName()) : function.name();
    return switch (function.kind()) {
      case FUNCTION -> name;
      case GETTER -> FunctionTable.GETTER + name;
      case SETTER -> FunctionTable.SETTER + name;
      case INDEX_GETTER -> FunctionTable.INDEX_GETTER;
      case INDEX_SETTER -> FunctionTable.INDEX_SETTER;
    };
  }

  private static String snakeCase(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter)) {
        text.append('_');
      }
      text.append(Character.toLowerCase(letter));
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /** Returns the overloads of a name, none if there are none. */
  public List<Overload> overloads(String name) {
    return overloads.getOrDefault(name, List.of());
  }

  /** Returns all names. */
  public Iterable<String> names() {
    return overloads.keySet();
  }
}

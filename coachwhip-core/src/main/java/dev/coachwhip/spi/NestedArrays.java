package dev.coachwhip.spi;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Java's arrays of arrays of numbers. */
public final class NestedArrays {

  private static final Set<Class<?>> NUMBERS =
      Set.of(
          boolean.class, byte.class, short.class, int.class, long.class, float.class, double.class);

  private NestedArrays() {}

  /** Tells whether all arrays of one level have the same length, numbers being the last level. */
  public static boolean isRectangular(Object array) {
    Class<?> component = array.getClass().getComponentType();
    if (component == null || !component.isArray()) {
      return false;
    }
    List<Object> level = List.of(array);
    while (component.isArray()) {
      level = inner(level);
      if (level.isEmpty() || !haveSameLength(level)) {
        return false;
      }
      component = component.getComponentType();
    }
    return NUMBERS.contains(component);
  }

  /** Returns all arrays in some arrays; none if one of them is null. */
  private static List<Object> inner(List<Object> outer) {
    List<Object> inner = new ArrayList<>();
    for (Object array : outer) {
      for (Object element : (Object[]) array) {
        if (element == null) {
          return List.of();
        }
        inner.add(element);
      }
    }
    return inner;
  }

  private static boolean haveSameLength(List<Object> arrays) {
    int length = Array.getLength(arrays.getFirst());
    return arrays.stream().allMatch(array -> Array.getLength(array) == length);
  }
}

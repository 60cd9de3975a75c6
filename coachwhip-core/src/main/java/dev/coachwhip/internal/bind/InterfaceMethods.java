package dev.coachwhip.internal.bind;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods of a Java interface that something must implement. */
public final class InterfaceMethods {

  private InterfaceMethods() {}

  /** Returns the abstract methods, inherited ones too, but for those that every object has. */
  static List<Method> of(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !isOfEveryObject(method))
        .sorted(java.util.Comparator.comparing(Method::getName)) // the JVM's order is any
        .toList();
  }

  private static boolean isOfEveryObject(Method method) {
    try {
      Method _ = Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /**
   * Returns the one method that an interface is about; empty if it has none or several, or is no
   * interface.
   */
  public static Optional<Method> single(Class<?> type) {
    if (!type.isInterface() || type.isSealed() || type.isAnnotation()) {
      return Optional.empty();
    }
    List<Method> methods = of(type);
    return methods.stream()
        .filter(first -> methods.stream().allMatch(method -> isSame(first, method)))
        .findFirst();
  }

  /** Inherited from two interfaces, or overridden with another type argument. */
  private static boolean isSame(Method one, Method other) {
    return one.getName().equals(other.getName())
        && one.getParameterCount() == other.getParameterCount();
  }
}

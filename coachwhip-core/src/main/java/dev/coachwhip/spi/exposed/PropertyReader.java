package dev.coachwhip.spi.exposed;

import dev.coachwhip.internal.SnakeCase;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds the attributes of a class: bean properties, and the components of a record. */
final class PropertyReader {

  private final List<Method> methods;
  private final List<Method> accessors = new ArrayList<>();

  /**
   * Makes one.
   *
   * @param methods those that scripts may use
   */
  PropertyReader(Class<?> type, List<Method> methods) {
    this.methods = List.copyOf(methods);
    if (type.isRecord()) {
      Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getAccessor)
          .filter(methods::contains)
          .forEach(accessors::add);
    }
  }

  /** Returns the methods that read a record's components, which are attributes and no methods. */
  List<Method> componentAccessors() {
    return accessors;
  }

  /**
   * Returns the attributes.
   *
   * @param maker makes what calls some overloads under a name
   */
  List<ExposedProperty> read(BiFunction<String, List<Method>, ExposedMethod> maker) {
    List<ExposedProperty> properties = new ArrayList<>();
    for (Method accessor : accessors) {
      properties.add(property(accessor.getName(), accessor, List.of(), maker));
    }
    for (Method method : methods) {
      String suffix = suffix(method);
      if (!suffix.isEmpty()) {
        properties.add(
            property(SnakeCase.decapitalized(suffix), method, setters("set" + suffix), maker));
      }
    }
    return properties;
  }

  private static ExposedProperty property(
      String javaName,
      Method getter,
      List<Method> setters,
      BiFunction<String, List<Method>, ExposedMethod> maker) {
    String name = SnakeCase.of(javaName);
    return new ExposedProperty(
        name,
        javaName,
        maker.apply(name, List.of(getter)),
        setters.isEmpty() ? Optional.empty() : Optional.of(maker.apply(name, setters)));
  }

  /** Returns what follows get or is in the name of a getter; empty for other methods. */
  private static String suffix(Method method) {
    Class<?> type = method.getReturnType();
    String name = method.getName();
    if (method.getParameterCount() != 0 || type == void.class) {
      return "";
    }
    if (name.startsWith("is") && (type == boolean.class || type == Boolean.class)) {
      return upperCaseAfter(name, 2);
    }
    return name.startsWith("get") ? upperCaseAfter(name, 3) : "";
  }

  private static String upperCaseAfter(String name, int prefix) {
    return name.length() > prefix && Character.isUpperCase(name.charAt(prefix))
        ? name.substring(prefix)
        : "";
  }

  private List<Method> setters(String name) {
    return methods.stream()
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == 1)
        .toList();
  }
}

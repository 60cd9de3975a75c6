package dev.coachwhip.spi.exposed;

import dev.coachwhip.Exposed;
import dev.coachwhip.internal.SnakeCase;
import dev.coachwhip.internal.convert.JavaTypes;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the API of one class, and lists everything in it that scripts could not use. */
final class ApiReader {

  private final Class<?> type;
  private final Map<TypeVariable<?>, Type> known;
  private final SortedMap<String, ExposedMethod> methods = new TreeMap<>();
  private final Map<String, String> javaNames = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  ApiReader(Class<?> type) {
    this.type = type;
    this.known = JavaTypes.variables(type, List.of());
  }

  ExposedApi ofAllMethods() {
    return read(_ -> true);
  }

  ExposedApi ofAnnotatedMethods() {
    return read(method -> annotation(method).isPresent());
  }

  /** Returns the annotation of a method or of the nearest that it overrides. */
  static Optional<Exposed.Method> annotation(Method method) {
    return annotation(method, method.getDeclaringClass());
  }

  private static Optional<Exposed.Method> annotation(Method method, @Nullable Class<?> in) {
    if (in == null) {
      return Optional.empty();
    }
    try {
      Exposed.Method found =
          in.getDeclaredMethod(method.getName(), method.getParameterTypes())
              .getAnnotation(Exposed.Method.class);
      if (found != null) {
        return Optional.of(found);
      }
    } catch (NoSuchMethodException e) {
      // inherited by that class, so looked for further up
    }
    for (Class<?> each : in.getInterfaces()) {
      Optional<Exposed.Method> found = annotation(method, each);
      if (found.isPresent()) {
        return found;
      }
    }
    return annotation(method, in.getSuperclass());
  }

  private ExposedApi read(Predicate<Method> chosen) {
    List<Method> found = ownMethods();
    found.removeIf(chosen.negate());
    PropertyReader properties = new PropertyReader(type, found);
    found.removeAll(properties.componentAccessors());
    grouped(found).forEach(this::add);
    SortedMap<String, ExposedProperty> attributes = new TreeMap<>();
    for (ExposedProperty property : properties.read(this::method)) {
      addProperty(attributes, property);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "%s cannot be exposed to scripts: %s"
              .formatted(type.getName(), String.join("; ", problems)));
    }
    return new ExposedApi(
        type,
        doc(),
        Collections.unmodifiableSortedMap(methods),
        Collections.unmodifiableSortedMap(attributes),
        Collections.unmodifiableMap(javaNames),
        function());
  }

  private String doc() {
    Exposed.Api api = type.getAnnotation(Exposed.Api.class);
    return api == null ? "" : api.doc();
  }

  /** Returns the public methods, in an order that does not depend on the JVM. */
  private List<Method> ownMethods() {
    Map<List<Object>, Method> bySignature = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())
          && !method.isSynthetic()
          && !isObjects(method)) {
        bySignature.merge(
            List.of(method.getName(), List.of(method.getParameterTypes())),
            method,
            ApiReader::moreSpecific);
      }
    }
    List<Method> sorted = new ArrayList<>(bySignature.values());
    sorted.sort(
        Comparator.comparing(Method::getName)
            .thenComparingInt(Method::getParameterCount)
            .thenComparing(Method::toGenericString));
    return sorted;
  }

  private static Method moreSpecific(Method a, Method b) {
    return a.getReturnType().isAssignableFrom(b.getReturnType()) ? b : a;
  }

  private static boolean isObjects(Method method) {
    if (method.getDeclaringClass() == Object.class) {
      return true;
    }
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Collection<List<Method>> grouped(List<Method> found) {
    Map<List<String>, List<Method>> groups = new LinkedHashMap<>();
    for (Method method : found) {
      groups
          .computeIfAbsent(List.of(method.getName(), chosenName(method)), _ -> new ArrayList<>())
          .add(method);
    }
    return groups.values();
  }

  private static String chosenName(Method method) {
    return annotation(method).map(Exposed.Method::name).orElse("");
  }

  private void add(List<Method> overloads) {
    String javaName = overloads.getFirst().getName();
    String chosen = chosenName(overloads.getFirst());
    String name = chosen.isEmpty() ? SnakeCase.of(javaName) : chosen;
    checkName(name);
    ExposedMethod before = methods.put(name, method(name, overloads));
    if (before != null) {
      problems.add("the name %s means both %s and %s".formatted(name, before.javaName(), javaName));
    }
    if (chosen.isEmpty() && !javaName.equals(name)) {
      javaNames.put(javaName, name);
    }
  }

  private void checkName(String name) {
    boolean identifier =
        Character.isUnicodeIdentifierStart(name.codePointAt(0)) || name.charAt(0) == '_';
    if (!identifier || !name.codePoints().allMatch(Character::isUnicodeIdentifierPart)) {
      problems.add("'%s' is not a name that a method can have".formatted(name));
    }
    if (name.startsWith("__")) {
      problems.add("the name %s is the language's own".formatted(name));
    }
  }

  private ExposedMethod method(String name, List<Method> overloads) {
    List<Overload> usable = new ArrayList<>();
    for (Method method : overloads) {
      try {
        usable.add(new Overload(method, known, name));
      } catch (IllegalAccessException e) {
        problems.add(
            "%s cannot be called from here; make its class public and export its package"
                .formatted(method.getName()));
      }
    }
    Method first = overloads.getFirst();
    String doc = annotation(first).map(Exposed.Method::doc).orElse("");
    return new ExposedMethod(name, first.getName(), doc, List.copyOf(usable));
  }

  private void addProperty(
      SortedMap<String, ExposedProperty> attributes, ExposedProperty property) {
    boolean taken =
        methods.containsKey(property.name())
            || javaNames.containsKey(property.javaName())
            || attributes.containsKey(property.name());
    if (taken) {
      return; // a method's name means the method, as isOpen() beside open()
    }
    attributes.put(property.name(), property);
    if (!property.javaName().equals(property.name())) {
      javaNames.put(property.javaName(), property.name());
    }
  }

  private @Nullable ExposedMethod function() {
    if (!type.isAnnotationPresent(FunctionalInterface.class)) {
      return null;
    }
    return methods.values().stream()
        .filter(m -> ownMethods().stream().anyMatch(own -> isAbstract(own, m.javaName())))
        .findFirst()
        .orElse(null);
  }

  private static boolean isAbstract(Method method, String name) {
    return method.getName().equals(name) && Modifier.isAbstract(method.getModifiers());
  }
}

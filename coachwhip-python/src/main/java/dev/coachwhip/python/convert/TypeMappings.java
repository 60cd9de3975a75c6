package dev.coachwhip.python.convert;

import dev.coachwhip.TypeMapping;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The conversions that the host gave one engine, which come before those of the tables. Threadsafe.
 */
public final class TypeMappings {

  /** Converted before any table is asked, since they are most of all values. */
  private static final Set<Class<?>> NOT_MAPPED =
      Set.of(
          Object.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class);

  private final List<MappedType<?>> types;
  private final Map<String, MappedType<?>> byClassName = new HashMap<>();
  private final Map<Class<?>, Optional<MappedType<?>>> byJavaClass = new ConcurrentHashMap<>();

  /**
   * Makes the table of one engine.
   *
   * @throws IllegalArgumentException if two have the same type of either side, or a Java type
   *     cannot be mapped
   */
  public TypeMappings(List<TypeMapping<?>> mappings) {
    types = mappings.stream().<MappedType<?>>map(MappedType::new).toList();
    for (MappedType<?> type : types) {
      check(type.mapping().javaType());
      type.classNames().forEach(name -> add(name, type));
    }
    long different = types.stream().map(type -> type.mapping().javaType()).distinct().count();
    if (different < types.size()) {
      throw new IllegalArgumentException("two type mappings have the same Java type");
    }
  }

  private static void check(Class<?> javaType) {
    boolean container =
        Collection.class.isAssignableFrom(javaType)
            || Map.class.isAssignableFrom(javaType)
            || javaType.isArray();
    if (container || javaType.isPrimitive() || NOT_MAPPED.contains(javaType)) {
      throw new IllegalArgumentException(
          javaType.getName() + " always is what it is in Python, and cannot be mapped");
    }
  }

  private void add(String name, MappedType<?> type) {
    if (byClassName.put(name, type) != null) {
      throw new IllegalArgumentException(
          "two type mappings have the script type " + type.mapping().scriptType());
    }
  }

  /** Tells whether there are none, so that nothing needs to be looked up. */
  boolean isEmpty() {
    return types.isEmpty();
  }

  /**
   * Returns the mapping for a Python class, null if there is none.
   *
   * @param lineage full names of the class and its bases, the class first
   */
  @Nullable MappedType<?> ofPython(List<String> lineage) {
    for (String name : lineage) {
      MappedType<?> type = byClassName.get(name);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** Returns the mapping for a Java class: its own or the first of a class that it extends. */
  @Nullable MappedType<?> ofJava(Class<?> javaType) {
    return byJavaClass.computeIfAbsent(javaType, this::find).orElse(null);
  }

  private Optional<MappedType<?>> find(Class<?> javaType) {
    return types.stream()
        .filter(type -> type.mapping().javaType() == javaType)
        .findFirst()
        .or(() ->
            types.stream()
                .filter(type -> type.mapping().javaType().isAssignableFrom(javaType))
                .findFirst());
  }
}

package dev.coachwhip.rhai.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ValuePrinter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The conversions that the host gave one engine, which come before its own. Threadsafe. */
public final class TypeMappings {

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

  /** Values of these types always arrive as themselves. */
  private static final Set<String> BASIC_TYPES = Set.of("()", "bool", "i64", "f64", "string");

  private final List<TypeMapping<?>> mappings;
  private final Map<Class<?>, Optional<TypeMapping<?>>> byJavaClass = new ConcurrentHashMap<>();

  /**
   * Makes the table of one engine.
   *
   * @throws IllegalArgumentException if two have the same type of either side, or a Java type
   *     cannot be mapped
   */
  public TypeMappings(List<TypeMapping<?>> mappings) {
    this.mappings = List.copyOf(mappings);
    mappings.forEach(mapping -> check(mapping.javaType()));
    checkDifferent(mappings.stream().map(TypeMapping::javaType).toList(), "Java");
    checkDifferent(mappings.stream().map(TypeMapping::scriptType).toList(), "script");
  }

  private static void check(Class<?> javaType) {
    boolean container =
        Collection.class.isAssignableFrom(javaType)
            || Map.class.isAssignableFrom(javaType)
            || javaType.isArray();
    if (container || javaType.isPrimitive() || NOT_MAPPED.contains(javaType)) {
      throw new IllegalArgumentException(
          javaType.getName() + " always is what it is in Rhai, and cannot be mapped");
    }
  }

  private static void checkDifferent(List<?> types, String side) {
    if (types.stream().distinct().count() < types.size()) {
      throw new IllegalArgumentException("two type mappings have the same " + side + " type");
    }
  }

  /** Tells whether there are none, so that nothing needs to be looked up. */
  boolean isEmpty() {
    return mappings.isEmpty();
  }

  /** Returns the mapping for a Java class: its own or that of a class that it extends. */
  @Nullable TypeMapping<?> ofJava(Class<?> javaType) {
    return byJavaClass.computeIfAbsent(javaType, this::find).orElse(null);
  }

  private Optional<TypeMapping<?>> find(Class<?> javaType) {
    Optional<TypeMapping<?>> own =
        mappings.stream()
            .<TypeMapping<?>>map(mapping -> mapping)
            .filter(mapping -> mapping.javaType() == javaType)
            .findFirst();
    return own.or(() ->
        mappings.stream()
            .<TypeMapping<?>>map(mapping -> mapping)
            .filter(mapping -> mapping.javaType().isAssignableFrom(javaType))
            .findFirst());
  }

  /**
   * Returns what stands for a Java object in scripts.
   *
   * @throws TypeConversionException if the mapping's function fails
   */
  static <T> Object toScript(TypeMapping<T> mapping, Object value) {
    try {
      return mapping.toScript().apply(mapping.javaType().cast(value));
    } catch (ScriptException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(mapping.scriptType(), value.getClass().getName(), e);
    }
  }

  /** Returns a value as its mapping makes it; the value itself if there is no mapping for it. */
  ScriptValue fromScript(ScriptValue plain) {
    if (BASIC_TYPES.contains(plain.typeName())) {
      return plain;
    }
    for (TypeMapping<?> mapping : mappings) {
      if (mapping.scriptType().equals(plain.typeName())) {
        return ScriptValue.of(toJava(mapping, plain), plain.typeName(), new Printer(plain));
      }
    }
    return plain;
  }

  private static Object toJava(TypeMapping<?> mapping, ScriptValue plain) {
    try {
      return mapping.toJava().apply(plain);
    } catch (ScriptException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(mapping.javaType().getName(), plain.describe(), e);
    }
  }

  private static TypeConversionException failed(String to, String from, RuntimeException cause) {
    return new TypeConversionException(
        to,
        from,
        ErrorDetails.of("rhai", "the mapping from %s to %s failed: %s".formatted(from, to, cause))
            .causedBy(cause));
  }

  /** Prints a value that a mapping made a Java object of as the script's value prints. */
  private record Printer(ScriptValue plain) implements ValuePrinter {

    @Override
    public String backendName() {
      return "rhai";
    }

    @Override
    public String print(ScriptValue value) {
      return plain.toString();
    }
  }
}

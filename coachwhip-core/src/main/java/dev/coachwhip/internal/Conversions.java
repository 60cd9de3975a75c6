package dev.coachwhip.internal;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts script values to Java types, exactly or not at all. */
@SuppressWarnings("ReferenceEquality") // NONE is compared by identity on purpose
public final class Conversions {

  /** What no value converts to; distinct from the null that a null value converts to. */
  private static final Object NONE = new Object();

  private Conversions() {}

  /** Tells whether {@link #to} would succeed. */
  public static boolean fits(ScriptValue value, Class<?> type) {
    try {
      return convert(value, type, "") != NONE;
    } catch (TypeConversionException e) {
      return false; // an element does not fit
    }
  }

  /**
   * Returns the value as a Java type.
   *
   * @throws TypeConversionException if it is not exactly of that type
   */
  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // a null value converts to null for every type but the primitive ones
  public static <T> T to(ScriptValue value, Class<T> type) {
    return (T) convertOrThrow(value, type, "");
  }

  /** Returns the nearest Java objects. */
  public static @Nullable Object toJava(ScriptValue value) {
    return switch (value.data()) {
      case byte[] bytes -> bytes.clone();
      case List<?> list -> javaList(value.asList());
      case Set<?> set -> javaSet(value.asSet());
      case Map<?, ?> map -> javaMap(value.asEntries());
      case null -> null;
      case ScriptObject object -> object.exposed().<Object>map(Exposed::object).orElse(value);
      case Object data -> data;
    };
  }

  private static List<@Nullable Object> javaList(Collection<ScriptValue> values) {
    List<@Nullable Object> result = new ArrayList<>(values.size());
    values.forEach(v -> result.add(toJava(v)));
    return Collections.unmodifiableList(result);
  }

  private static Set<@Nullable Object> javaSet(Collection<ScriptValue> values) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(javaList(values)));
  }

  private static Map<@Nullable Object, @Nullable Object> javaMap(
      Map<ScriptValue, ScriptValue> entries) {
    Map<@Nullable Object, @Nullable Object> result = new LinkedHashMap<>();
    entries.forEach((k, v) -> result.put(toJava(k), toJava(v)));
    return Collections.unmodifiableMap(result);
  }

  private static @Nullable Object convertOrThrow(ScriptValue value, Class<?> type, String path) {
    Object result = convert(value, type, path);
    if (result == NONE) {
      throw mismatch(value, type, path);
    }
    return result;
  }

  private static TypeConversionException mismatch(ScriptValue value, Class<?> type, String path) {
    String expected = type.getSimpleName();
    String found = value.describe();
    String place = path.isEmpty() ? "" : " at " + path;
    return new TypeConversionException(
        expected,
        found,
        ErrorDetails.of(value.backendName(), "expected " + expected + ", found " + found + place));
  }

  private static @Nullable Object convert(ScriptValue value, Class<?> type, String path) {
    if (type == ScriptValue.class) {
      return value;
    }
    if (type == Optional.class) {
      return Optional.ofNullable(toJava(value));
    }
    return switch (value.data()) {
      case null -> type.isPrimitive() ? NONE : null;
      case Boolean b -> type == boolean.class || type.isInstance(b) ? b : NONE;
      case Long n -> ofInteger(BigInteger.valueOf(n), n, type);
      case BigInteger n -> ofInteger(n, n, type);
      case Double d -> ofDouble(d, type);
      case String s -> ofString(s, type);
      case byte[] bytes -> type.isInstance(bytes) ? bytes.clone() : NONE;
      case List<?> list -> ofList(value, type, path);
      case Set<?> set -> ofSet(value, type);
      case Map<?, ?> map -> type.isAssignableFrom(Map.class) ? javaMap(value.asEntries()) : NONE;
      case Object other -> ofReference(value, type);
    };
  }

  private static Object ofReference(ScriptValue value, Class<?> type) {
    Optional<Exposed> exposed = value.reference().flatMap(ScriptObject::exposed);
    if (exposed.isPresent() && type.isInstance(exposed.get().object())) {
      return exposed.get().object();
    }
    if (type == Object.class) {
      return value;
    }
    if (type == ScriptCallable.class && value.reference().flatMap(r -> r.callable()).isPresent()) {
      return value.asCallable();
    }
    return type == ScriptArray.class && value.reference().flatMap(r -> r.array()).isPresent()
        ? value.asArray()
        : NONE;
  }

  /** {@code natural} is the Long or BigInteger that {@code toJava} gives. */
  private static Object ofInteger(BigInteger n, Number natural, Class<?> type) {
    int bits = n.bitLength();
    if (type == long.class || type == Long.class) {
      return bits < Long.SIZE ? (Object) n.longValue() : NONE;
    }
    if (type == int.class || type == Integer.class) {
      return bits < Integer.SIZE ? (Object) n.intValue() : NONE;
    }
    if (type == short.class || type == Short.class) {
      return bits < Short.SIZE ? (Object) n.shortValue() : NONE;
    }
    if (type == byte.class || type == Byte.class) {
      return bits < Byte.SIZE ? (Object) n.byteValue() : NONE;
    }
    if (type == double.class || type == Double.class) {
      double d = n.doubleValue();
      return Double.isFinite(d) && new BigDecimal(d).compareTo(new BigDecimal(n)) == 0
          ? (Object) d
          : NONE;
    }
    if (type == float.class || type == Float.class) {
      float f = n.floatValue();
      return Float.isFinite(f) && new BigDecimal((double) f).compareTo(new BigDecimal(n)) == 0
          ? (Object) f
          : NONE;
    }
    if (type == BigInteger.class) {
      return n;
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(n);
    }
    return type.isInstance(natural) ? natural : NONE;
  }

  private static Object ofDouble(double d, Class<?> type) {
    if (type == double.class || type.isAssignableFrom(Double.class)) {
      return d;
    }
    if (type == float.class || type == Float.class) {
      return (double) (float) d == d || Double.isNaN(d) ? (Object) (float) d : NONE;
    }
    return type == BigDecimal.class && Double.isFinite(d) ? new BigDecimal(d) : NONE;
  }

  private static Object ofString(String s, Class<?> type) {
    if (type.isAssignableFrom(String.class)) {
      return s;
    }
    return (type == char.class || type == Character.class) && s.length() == 1
        ? (Object) s.charAt(0)
        : NONE;
  }

  private static Object ofList(ScriptValue value, Class<?> type, String path) {
    List<ScriptValue> list = value.asList();
    if (type.isAssignableFrom(List.class)) {
      return javaList(list);
    }
    if (!type.isArray()) {
      return NONE;
    }
    return type == double[].class
        ? doubles(list, path)
        : array(list, type.getComponentType(), path);
  }

  /** The long lists are those of readings, and boxing each would take most of the time. */
  private static double[] doubles(List<ScriptValue> list, String path) {
    double[] array = new double[list.size()];
    for (int i = 0; i < array.length; i++) {
      ScriptValue element = list.get(i);
      array[i] =
          element.data() instanceof Double d
              ? d
              : Objects.requireNonNull((Double) element(element, double.class, path, i));
    }
    return array;
  }

  private static Object array(List<ScriptValue> list, Class<?> type, String path) {
    Object array = Array.newInstance(type, list.size());
    for (int i = 0; i < list.size(); i++) {
      Array.set(array, i, element(list.get(i), type, path, i));
    }
    return array;
  }

  private static @Nullable Object element(
      ScriptValue value, Class<?> type, String path, int index) {
    // The path is only needed by an error, or by an array in an array for its own errors.
    Object result = convert(value, type, type.isArray() ? path + "[" + index + "]" : "");
    if (result == NONE) {
      throw mismatch(value, type, path + "[" + index + "]");
    }
    return result;
  }

  private static Object ofSet(ScriptValue value, Class<?> type) {
    return type.isAssignableFrom(Set.class) ? javaSet(value.asSet()) : NONE;
  }
}

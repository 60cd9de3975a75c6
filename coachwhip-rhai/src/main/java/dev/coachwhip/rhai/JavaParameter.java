package dev.coachwhip.rhai;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.convert.FromScript;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a Java function: which of Rhai's values it takes, and how they arrive.
 *
 * @param javaType its type in Java
 * @param scriptType the class of the values it takes; {@code Object} for any
 */
record JavaParameter(Class<?> javaType, Class<?> scriptType) {

  private static final Map<Class<?>, Class<?>> KNOWN = new HashMap<>();

  static {
    List.of(
            long.class,
            Long.class,
            int.class,
            Integer.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class)
        .forEach(type -> KNOWN.put(type, Long.class));
    List.of(double.class, Double.class, float.class, Float.class)
        .forEach(type -> KNOWN.put(type, Double.class));
    List.of(boolean.class, Boolean.class).forEach(type -> KNOWN.put(type, Boolean.class));
    List.of(char.class, Character.class).forEach(type -> KNOWN.put(type, RhaiCharacter.class));
    List.of(String.class, CharSequence.class).forEach(type -> KNOWN.put(type, RhaiString.class));
    KNOWN.put(List.class, RhaiArray.class);
    KNOWN.put(Collection.class, RhaiArray.class);
    KNOWN.put(Iterable.class, RhaiArray.class);
    KNOWN.put(Map.class, RhaiMap.class);
    KNOWN.put(byte[].class, Blob.class);
    KNOWN.put(Instant.class, Timestamp.class);
    KNOWN.put(ScriptCallable.class, FunctionPointer.class);
    KNOWN.put(Object.class, Object.class);
    KNOWN.put(ScriptValue.class, Object.class);
  }

  static JavaParameter of(Class<?> javaType) {
    return new JavaParameter(javaType, scriptType(javaType));
  }

  private static Class<?> scriptType(Class<?> type) {
    Class<?> known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    if (type.isArray()) {
      return RhaiArray.class;
    }
    if (type.isAnnotationPresent(FunctionalInterface.class)) {
      return FunctionPointer.class;
    }
    return type;
  }

  /** Tells whether it takes objects of the host, as they are. */
  boolean takesHostObject() {
    return scriptType == javaType && !KNOWN.containsKey(javaType);
  }

  /**
   * Returns an argument as Java has it.
   *
   * @throws dev.coachwhip.error.TypeConversionException if it is of the right type and does not
   *     fit, as a large integer where an int is asked for
   */
  @Nullable Object convert(Object argument, FromScript fromScript) {
    if (takesHostObject()
        || javaType == long.class
        || javaType == double.class
        || javaType == boolean.class) {
      return argument;
    }
    ScriptValue value = fromScript.convert(argument);
    return javaType == ScriptValue.class ? value : value.as(javaType);
  }
}

package dev.coachwhip.internal.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptRuntimeException;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts script values to Java types, exactly or not at all. */
public final class Conversions {

  private Conversions() {}

  /** Tells whether {@link #to} would succeed. */
  public static boolean fits(ScriptValue value, Class<?> type) {
    try {
      Object _ = Converters.of(type).convert(value, 0);
      return true;
    } catch (Misfit | ScriptRuntimeException e) {
      return false; // the second where an object's own code fails, as a field that is computed may
    }
  }

  /**
   * Returns the value as a Java type.
   *
   * @param type may have type arguments, which hold for the elements
   * @return null only for a null value and a type that is not primitive
   * @throws TypeConversionException if it is not exactly of that type; names both types and, inside
   *     containers and records, the place, such as {@code ["rows"][3].x}
   */
  public static @Nullable Object to(ScriptValue value, Type type) {
    return to(value, Converters.of(type));
  }

  /**
   * Returns the value as a Java type whose converter is known.
   *
   * @throws TypeConversionException if it is not exactly of that type
   */
  public static @Nullable Object to(ScriptValue value, Converter converter) {
    try {
      return converter.convert(value, 0);
    } catch (Misfit e) {
      throw e.toException();
    }
  }

  /** Returns the nearest Java objects; containers are unmodifiable, bytes a copy. */
  public static @Nullable Object toJava(ScriptValue value) {
    return switch (value.data()) {
      case null -> null;
      case byte[] bytes -> bytes.clone();
      case Collection<?> elements -> container(value, elements);
      case Map<?, ?> _ -> Containers.map(value, Converters.OBJECT, Converters.OBJECT, 0);
      case ScriptObject object -> object.exposed().<Object>map(Exposed::object).orElse(value);
      case Object data -> data;
    };
  }

  private static Object container(ScriptValue value, Collection<?> elements) {
    return switch (elements) {
      case List<?> _ -> Containers.list(value, Converters.OBJECT, 0);
      case Set<?> _ -> Containers.set(value, Converters.OBJECT, 0);
      default -> elements;
    };
  }
}

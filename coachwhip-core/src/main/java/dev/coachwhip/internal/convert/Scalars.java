package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Booleans, text, and all values whose data is the Java object asked for. */
final class Scalars {

  private Scalars() {}

  static @Nullable Converter of(Class<?> type) {
    if (type == boolean.class) {
      return (value, _) -> truth(value);
    }
    return type == char.class || type == Character.class
        ? (value, _) -> character(value, type)
        : null;
  }

  private static boolean truth(ScriptValue value) {
    if (value.data() instanceof Boolean truth) {
      return truth;
    }
    throw Misfit.of(boolean.class, value);
  }

  private static char character(ScriptValue value, Class<?> type) {
    if (value.data() instanceof String text && text.length() == 1) {
      return text.charAt(0);
    }
    throw Misfit.of(type, value);
  }

  /** Returns the converter that gives the data itself where it is of the type. */
  static Converter instanceOf(Class<?> type) {
    return (value, _) -> {
      if (isInstance(type, value)) {
        return value.data();
      }
      throw Misfit.of(type, value);
    };
  }

  /** Tells whether the data can be given out as it is. */
  static boolean isInstance(Class<?> type, ScriptValue value) {
    Object data = value.data();
    return type.isInstance(data)
        && !(data instanceof ScriptObject
            || data instanceof Collection
            || data instanceof Map
            || data instanceof byte[]);
  }
}

package dev.coachwhip.spi.exposed;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a Java type is from the kind of a script's value that fits it. */
final class TypeDistance {

  private static final int CONVERTED = 50;
  private static final int SUPERTYPE = 60;
  private static final int SCRIPT_VALUE = 80;
  private static final int OBJECT = 100;

  private static final List<Class<?>> OF_BOOLEAN = List.of(boolean.class, Boolean.class);

  private static final List<Class<?>> OF_INTEGER =
      List.of(
          long.class,
          Long.class,
          int.class,
          Integer.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class,
          BigInteger.class,
          double.class,
          Double.class,
          float.class,
          Float.class,
          BigDecimal.class);

  private static final List<Class<?>> OF_FLOAT =
      List.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

  private static final List<Class<?>> OF_TEXT =
      List.of(String.class, CharSequence.class, char.class, Character.class);

  private static final List<Class<?>> OF_LIST =
      List.of(List.class, Collection.class, Iterable.class);

  private static final List<Class<?>> OF_SET = List.of(Set.class, Collection.class, Iterable.class);

  private TypeDistance() {}

  /** Returns the distance, 0 for the closest; only for a value that fits the type. */
  static int between(ScriptValue value, Class<?> type) {
    if (type == Object.class) {
      return value.isNull() ? 0 : OBJECT;
    }
    if (type == ScriptValue.class) {
      return SCRIPT_VALUE;
    }
    int known = closest(value.data()).indexOf(type);
    if (known >= 0) {
      return known;
    }
    return value.data() == null || value.isReference()
        ? ofReference(value, type)
        : ofData(value, type);
  }

  private static int ofReference(ScriptValue value, Class<?> type) {
    return type == ScriptCallable.class || value.isNull() ? 0 : 1;
  }

  private static int ofData(ScriptValue value, Class<?> type) {
    return type.isInstance(value.data()) ? SUPERTYPE : CONVERTED;
  }

  private static List<Class<?>> closest(@Nullable Object data) {
    return switch (data) {
      case Boolean _ -> OF_BOOLEAN;
      case Long _ -> OF_INTEGER;
      case BigInteger _ -> OF_INTEGER;
      case Double _ -> OF_FLOAT;
      case String _ -> OF_TEXT;
      case List<?> _ -> OF_LIST;
      case Set<?> _ -> OF_SET;
      case Map<?, ?> _ -> List.of(Map.class);
      case null -> List.of();
      default -> List.of(data.getClass());
    };
  }
}

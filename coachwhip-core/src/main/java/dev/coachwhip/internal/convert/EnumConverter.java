package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Members of a script's enumeration, and text, as the Java constant of exactly that name. */
final class EnumConverter {

  private EnumConverter() {}

  static @Nullable Converter of(Class<?> type) {
    if (!type.isEnum()) {
      return null;
    }
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
    return (value, _) -> {
      Object constant =
          Scalars.isInstance(type, value) ? value.data() : constants.get(nameOf(value));
      if (constant == null) {
        throw Misfit.of(type, value);
      }
      return constant;
    };
  }

  private static String nameOf(ScriptValue value) {
    return value.data() instanceof String text
        ? text
        : value.reference().flatMap(ScriptObject::constantName).orElse("");
  }
}

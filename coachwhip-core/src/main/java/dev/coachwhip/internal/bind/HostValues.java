package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ValuePrinter;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that the host made itself, such as defaults of its functions: of no language. */
public final class HostValues {

  private static final ValuePrinter PRINTER =
      new ValuePrinter() {
        @Override
        public String backendName() {
          return "coachwhip";
        }

        @Override
        public String print(ScriptValue value) {
          return String.valueOf(value.data());
        }
      };

  private HostValues() {}

  /** Returns the value of a Java object; containers are copied. */
  public static ScriptValue of(@Nullable Object java) {
    return java instanceof ScriptValue value
        ? value
        : ScriptValue.of(
            data(java), java == null ? "null" : java.getClass().getSimpleName(), PRINTER);
  }

  private static @Nullable Object data(@Nullable Object java) {
    return switch (java) {
      case Byte n -> n.longValue();
      case Short n -> n.longValue();
      case Integer n -> n.longValue();
      case BigInteger n -> n.bitLength() < Long.SIZE ? (Object) n.longValue() : n;
      case Float f -> f.doubleValue();
      case CharSequence text -> text.toString();
      case Character c -> c.toString();
      case byte[] bytes -> bytes.clone();
      case List<?> list -> all(list);
      case Set<?> set -> Collections.unmodifiableSet(new LinkedHashSet<>(all(set)));
      case Map<?, ?> map -> entries(map);
      case null -> null;
      default -> java;
    };
  }

  private static List<ScriptValue> all(Collection<?> values) {
    return values.stream().map(HostValues::of).toList();
  }

  private static Map<ScriptValue, ScriptValue> entries(Map<?, ?> map) {
    Map<ScriptValue, ScriptValue> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(of(key), of(value)));
    return Collections.unmodifiableMap(result);
  }
}

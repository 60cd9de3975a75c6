package dev.coachwhip.toy;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.ScriptObject;
import dev.coachwhip.spi.ValuePrinter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes script values from Java objects, as a backend would. */
public final class ToyValues {

  private static final ValuePrinter PRINTER =
      new ValuePrinter() {
        @Override
        public String backendName() {
          return "toy";
        }

        @Override
        public String print(ScriptValue value) {
          return value.data() instanceof ScriptObject object
              ? object.print()
              : String.valueOf(value.data());
        }
      };

  private ToyValues() {}

  /** Returns the script value of a Java object; collections are converted element by element. */
  public static ScriptValue of(@Nullable Object java) {
    return switch (java) {
      case null -> make(null, "none");
      case ScriptValue value -> value;
      case Boolean b -> make(b, "bool");
      case Integer n -> make((long) n, "int");
      case Long n -> make(n, "int");
      case BigInteger n -> make(n.bitLength() < Long.SIZE ? (Object) n.longValue() : n, "int");
      case Double d -> make(d, "float");
      case String s -> make(s, "text");
      case byte[] bytes -> make(bytes, "bytes");
      case List<?> list -> make(list.stream().map(ToyValues::of).toList(), "list");
      case Set<?> set -> {
        Set<ScriptValue> values = new LinkedHashSet<>();
        set.forEach(element -> values.add(of(element)));
        yield make(values, "set");
      }
      case Map<?, ?> map -> {
        Map<ScriptValue, ScriptValue> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(of(key), of(value)));
        yield make(entries, "map");
      }
      case HostFunction function -> make(ToyObject.host(function), "function");
      case ScriptObject object -> make(object, "object");
      default -> throw new IllegalArgumentException(java.getClass().getName());
    };
  }

  /** Returns a list value; unlike {@link List#of}, of elements that may be null. */
  public static ScriptValue listOf(@Nullable Object... elements) {
    return of(Arrays.asList(elements));
  }

  /** Returns a value with any data. */
  public static ScriptValue withData(Object data) {
    return make(data, data.getClass().getSimpleName());
  }

  private static ScriptValue make(@Nullable Object data, String typeName) {
    return ScriptValue.of(data, typeName, PRINTER);
  }
}

package dev.coachwhip.rhai.reference;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Display;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.Values;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as the cases write them: {@code null} for unit, {@code {"f64": "1.5"}} and so on. */
final class TypedValue {

  private TypedValue() {}

  static @Nullable Object of(Object value) {
    return switch (Tagged.strip(Values.get(value))) {
      case Unit unit -> null;
      case Boolean truth -> truth;
      case Long number -> number;
      case Double number -> Map.of("f64", Display.rustDebug(number));
      case RhaiString string -> string.toString();
      case RhaiCharacter character -> Map.of("char", character.toString());
      case Blob blob -> Map.of("blob", HexFormat.of().formatHex(blob.toByteArray()));
      case FunctionPointer pointer -> Map.of("fn", pointer.name());
      case RhaiArray array -> items(array);
      case RhaiMap map -> properties(map);
      case Object other ->
          Map.of("other", List.of(Values.typeName(other), Display.rustText(other)));
    };
  }

  private static List<@Nullable Object> items(RhaiArray array) {
    List<@Nullable Object> items = new ArrayList<>();
    array.forEach(item -> items.add(of(item)));
    return items;
  }

  private static Map<String, Object> properties(RhaiMap map) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    map.forEach((key, value) -> properties.put(key, of(value)));
    return Map.of("map", properties);
  }
}

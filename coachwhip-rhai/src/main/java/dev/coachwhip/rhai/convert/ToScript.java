package dev.coachwhip.rhai.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.TypeMapping;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.ValueStream;
import dev.coachwhip.spi.FunctionalObjects;
import dev.coachwhip.spi.exposed.ExposedApi;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Makes Rhai's values of Java's, exactly or not at all. Any thread. */
public final class ToScript {

  /** What Rhai can hold, for messages. */
  static final String ANY = "a value Rhai can hold";

  private final EngineLink link;
  private final TypeMappings mappings;

  /** Makes it for an engine. */
  public ToScript(EngineLink link, TypeMappings mappings) {
    this.link = link;
    this.mappings = mappings;
  }

  /**
   * Converts a value.
   *
   * @param name what a function is called
   * @throws dev.coachwhip.error.TypeConversionException if Rhai has nothing like it; names the
   *     place
   */
  public Object convert(String name, @Nullable Object value) {
    return value instanceof HostFunction function
        ? link.hostFunction(name, function)
        : convert(value, Place.TOP);
  }

  /** Converts a value without a name. */
  public Object convert(@Nullable Object value) {
    return convert(value, Place.TOP);
  }

  /** Returns elements that are converted one by one as a script asks for them. */
  public ValueStream elements(Supplier<? extends Iterator<?>> elements) {
    return new HostElements(elements, this);
  }

  Object convert(@Nullable Object value, Place place) {
    return switch (value) {
      case null -> Unit.UNIT;
      case Long number -> number;
      case Double number -> number;
      case Boolean truth -> truth;
      case String text -> string(text, place);
      case ScriptValue script -> new ScriptValues(this, link).convert(script, place);
      default -> mapped(value, place);
    };
  }

  private Object mapped(Object value, Place place) {
    TypeMapping<?> mapping = mappings.isEmpty() ? null : mappings.ofJava(value.getClass());
    return mapping == null
        ? kind(value, place)
        : kind(TypeMappings.toScript(mapping, value), place);
  }

  private Object kind(Object value, Place place) {
    return switch (value) {
      case ScriptValue script -> convert(script, place);
      case String text -> string(text, place);
      case Boolean truth -> truth;
      case Number number -> number(number, place);
      case Character character -> character(character, place);
      case CharSequence text -> string(text.toString(), place);
      case Map<?, ?> map -> map(map, place);
      case Collection<?> elements -> collection(elements, place);
      default -> other(value, place);
    };
  }

  static RhaiString string(String text, Place place) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int codePoint = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
          throw place.refused("text", "text with a lone surrogate at index " + i);
        }
        i++;
      }
    }
    return RhaiString.of(text);
  }

  private static RhaiCharacter character(char character, Place place) {
    if (Character.isSurrogate(character)) {
      throw place.refused("a character", "half of a surrogate pair");
    }
    return RhaiCharacter.of(character);
  }

  private static Object number(Number number, Place place) {
    return switch (number) {
      case Long n -> n;
      case Double n -> n;
      case Integer n -> n.longValue();
      case Short n -> n.longValue();
      case Byte n -> n.longValue();
      case Float n -> n.doubleValue();
      case BigInteger n -> integer(n, place);
      default -> throw place.refused(ANY, describe(number));
    };
  }

  static Long integer(BigInteger number, Place place) {
    if (number.bitLength() >= Long.SIZE) {
      String shown = number.bitLength() > 200 ? "of " + number.bitLength() + " bits" : "" + number;
      throw place.refused("an integer of 64 bits", "BigInteger " + shown);
    }
    return number.longValue();
  }

  private RhaiMap map(Map<?, ?> map, Place place) {
    RhaiMap result = new RhaiMap();
    map.forEach((key, value) -> {
      String name = key(key, place);
      result.put(name, convert(value, place.at(name, "Map")));
    });
    return result;
  }

  private static String key(@Nullable Object key, Place place) {
    Object plain = key instanceof ScriptValue script ? script.data() : key;
    return switch (plain) {
      case String text -> string(text, place).toString();
      case Character character -> character(character, place).toString();
      case Enum<?> constant -> constant.name();
      case null, default ->
          throw place.refused("a map whose keys are text", "a map with the key " + describe(plain));
    };
  }

  private Object collection(Collection<?> elements, Place place) {
    if (elements instanceof Set) {
      throw place.refused(ANY, describe(elements)); // it has no sets; a list is the host's decision
    }
    RhaiArray result = new RhaiArray(elements.size());
    for (Object element : elements) {
      result.add(convert(element, place.at(result.size(), "List")));
    }
    return result;
  }

  private Object other(Object value, Place place) {
    Class<?> type = value.getClass();
    if (link.isScriptType(type)) {
      return value;
    }
    return switch (value) {
      case Exposed exposed -> exposed(exposed);
      case byte[] bytes -> Blob.of(bytes);
      case long[] numbers -> RhaiArray.ofIntegers(numbers);
      case double[] numbers -> RhaiArray.ofFloats(numbers);
      case int[] numbers -> RhaiArray.ofIntegers(Arrays.stream(numbers).asLongStream().toArray());
      case Enum<?> constant -> RhaiString.of(constant.name());
      case Instant instant -> Moments.timestamp(instant);
      case Optional<?> optional -> convert(optional.orElse(null), place);
      case HostFunction function -> link.hostFunction("host function", function);
      case ScriptArray array -> ScriptArrays.copy(array, place);
      default -> further(value, type, place);
    };
  }

  private Object further(Object value, Class<?> type, Place place) {
    Optional<ExposedApi> api = ExposedApi.declaredBy(type);
    if (api.isPresent()) {
      return exposed(Exposed.of(value));
    }
    if (type.isArray()) {
      return array(value, place);
    }
    if (type.isRecord()) {
      return record(value, type, place);
    }
    return switch (value) {
      case Iterator<?> iterator -> elements(() -> iterator);
      case BaseStream<?, ?> stream -> elements(stream::iterator);
      case Iterable<?> elements -> elements(elements::iterator);
      default -> {
        if (FunctionalObjects.isFunctional(type)) {
          yield link.hostFunction("lambda", FunctionalObjects.function(value));
        }
        throw place.refused(ANY, describe(value));
      }
    };
  }

  HostObject exposed(Exposed exposed) {
    link.exposing();
    return new HostObject(exposed, this);
  }

  private RhaiArray array(Object array, Place place) {
    int length = Array.getLength(array);
    RhaiArray result = new RhaiArray(length);
    for (int i = 0; i < length; i++) {
      result.add(convert(Array.get(array, i), place.at(i, "array")));
    }
    return result;
  }

  private RhaiMap record(Object value, Class<?> type, Place place) {
    RhaiMap result = new RhaiMap();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      result.put(name, convert(read(value, component, place), place.at(name, "record")));
    }
    return result;
  }

  private static @Nullable Object read(Object value, RecordComponent component, Place place) {
    try {
      boolean _ = component.getAccessor().trySetAccessible();
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw place.refused(ANY, describe(value) + ", whose " + component.getName() + " fails");
    }
  }

  static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    String type = value.getClass().getName();
    return value instanceof Number ? type + " " + value : type;
  }
}

package dev.coachwhip.rhai.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.Cell;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiCharacter;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.RhaiRange;
import dev.coachwhip.rhai.runtime.RhaiString;
import dev.coachwhip.rhai.runtime.Tagged;
import dev.coachwhip.rhai.runtime.Timestamp;
import dev.coachwhip.rhai.runtime.Unit;
import dev.coachwhip.rhai.runtime.UnsignedByte;
import dev.coachwhip.rhai.runtime.ValueStream;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.IntegerList;
import dev.coachwhip.spi.RangeList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values for Java of Rhai's: plain data by copy, references to functions. In a run's turn.
 */
public final class FromScript {

  private static final String INTEGER = "i64";
  private static final String FLOAT = "f64";
  private static final int DEEPEST = 500;
  private static final RhaiPrinter PRINTER = RhaiPrinter.INSTANCE;
  private static final ScriptValue UNIT = ScriptValue.of(null, "()", PRINTER);
  private static final ScriptValue TRUE = ScriptValue.of(true, "bool", PRINTER);
  private static final ScriptValue FALSE = ScriptValue.of(false, "bool", PRINTER);

  private final EngineLink link;
  private final TypeMappings mappings;

  /** Makes it for an engine. */
  public FromScript(EngineLink link, TypeMappings mappings) {
    this.link = link;
    this.mappings = mappings;
  }

  /** Returns the value of {@code ()}. */
  public static ScriptValue unit() {
    return UNIT;
  }

  /**
   * Converts a value.
   *
   * @throws TypeConversionException if containers are nested too deeply
   */
  public ScriptValue convert(Object value) {
    return convert(value, 0);
  }

  private ScriptValue convert(Object value, int depth) {
    ScriptValue plain = plain(value, depth);
    return mappings.isEmpty() ? plain : mappings.fromScript(plain);
  }

  private ScriptValue plain(Object value, int depth) {
    return switch (value) {
      case Unit _ -> UNIT;
      case Boolean truth -> truth ? TRUE : FALSE;
      case Long number -> ScriptValue.of(number, INTEGER, PRINTER);
      case Double number -> ScriptValue.of(number, FLOAT, PRINTER);
      case RhaiString text -> ScriptValue.of(text.toString(), "string", PRINTER);
      case RhaiArray array -> ScriptValue.of(list(array, deeper(depth)), "array", PRINTER);
      case RhaiMap map -> ScriptValue.of(map(map, deeper(depth)), "map", PRINTER);
      case Cell cell -> convert(cell.get(), depth);
      case Tagged tagged -> convert(tagged.value(), depth);
      default -> ScriptValue.of(data(value), link.typeName(value), PRINTER);
    };
  }

  private static int deeper(int depth) {
    if (depth >= DEEPEST) {
      throw new TypeConversionException(
          "containers nested up to " + DEEPEST + " deep",
          "containers nested deeper",
          ErrorDetails.of("rhai", "cannot convert a value: containers are nested too deeply"));
    }
    return depth + 1;
  }

  private Object data(Object value) {
    return switch (value) {
      case RhaiCharacter character -> character.toString();
      case Blob blob -> blob.toByteArray();
      case RhaiRange range -> range(range);
      case Timestamp timestamp -> Moments.instant(timestamp);
      case UnsignedByte number -> (long) number.value();
      case FunctionPointer pointer -> link.functionObject(pointer);
      case ValueStream stream -> link.streamObject(stream);
      case HostObject object -> new ExposedReference(object);
      default -> value;
    };
  }

  private static Object range(RhaiRange range) {
    long stop = range.inclusive() ? range.end() + 1 : range.end();
    boolean overflows = range.inclusive() && range.end() == Long.MAX_VALUE;
    return !overflows && RangeList.fits(range.start(), stop, 1)
        ? new RangeList(range.start(), stop, 1, INTEGER, PRINTER)
        : new RangeReference(range);
  }

  private List<ScriptValue> list(RhaiArray array, int depth) {
    link.checkStop(); // an array of the same arrays again and again is small only in Rhai
    List<ScriptValue> numbers = numbers(array);
    if (numbers != null) {
      return numbers;
    }
    ScriptValue[] values = new ScriptValue[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = convert(array.get(i), depth);
    }
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** Returns a list of plain numbers if all are of one kind; null if not, or if there are none. */
  private static @Nullable List<ScriptValue> numbers(RhaiArray array) {
    int size = array.size();
    Object first = size == 0 ? Unit.UNIT : array.get(0);
    if (first instanceof Long) {
      long[] numbers = new long[size];
      for (int i = 0; i < size; i++) {
        if (!(array.get(i) instanceof Long number)) {
          return null;
        }
        numbers[i] = number;
      }
      return new IntegerList(numbers, INTEGER, PRINTER);
    }
    if (first instanceof Double) {
      double[] numbers = new double[size];
      for (int i = 0; i < size; i++) {
        if (!(array.get(i) instanceof Double number)) {
          return null;
        }
        numbers[i] = number;
      }
      return new FloatList(numbers, FLOAT, PRINTER);
    }
    return null;
  }

  private Map<ScriptValue, ScriptValue> map(RhaiMap map, int depth) {
    link.checkStop();
    Map<ScriptValue, ScriptValue> result = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach(
        (key, value) -> result.put(ScriptValue.of(key, "string", PRINTER), convert(value, depth)));
    return Collections.unmodifiableMap(result);
  }
}

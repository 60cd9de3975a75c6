package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.IntegerList;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists as Java arrays, and byte strings as {@code byte[]}; always a copy. */
final class ArrayConverter {

  private ArrayConverter() {}

  static @Nullable Converter of(Class<?> type) {
    if (type == double[].class) {
      return (value, depth) ->
          value.data() instanceof FloatList floats
              ? floats.toDoubleArray()
              : doubles(listOf(value, type), depth);
    }
    if (type == long[].class) {
      Converter ofList = ofElements(long.class);
      return (value, depth) ->
          value.data() instanceof IntegerList integers
              ? integers.toLongArray()
              : ofList.convert(value, depth);
    }
    if (type == byte[].class) {
      Converter ofList = ofElements(byte.class);
      return (value, depth) ->
          value.data() instanceof byte[] bytes ? bytes.clone() : ofList.convert(value, depth);
    }
    return type.isArray() ? ofElements(type.getComponentType()) : null;
  }

  /** Returns the converter for arrays of a type. */
  static Converter ofElements(Type elementType) {
    Class<?> type = JavaTypes.raw(elementType);
    Class<?> arrayType = type.arrayType();
    Converter elements = Converters.of(elementType);
    return (value, depth) -> {
      List<ScriptValue> list = listOf(value, arrayType);
      Object array = Array.newInstance(type, list.size());
      for (int i = 0; i < list.size(); i++) {
        Array.set(array, i, Containers.element(list.get(i), elements, i, depth));
      }
      return array;
    };
  }

  private static List<ScriptValue> listOf(ScriptValue value, Class<?> type) {
    if (value.data() instanceof List) {
      return value.asList();
    }
    throw Misfit.of(type, value);
  }

  /** The long lists are those of readings, and boxing each would take most of the time. */
  private static double[] doubles(List<ScriptValue> list, int depth) {
    Converter exact = Converters.of(double.class);
    double[] array = new double[list.size()];
    for (int i = 0; i < array.length; i++) {
      ScriptValue element = list.get(i);
      array[i] =
          element.data() instanceof Double d
              ? d
              : (double) Objects.requireNonNull(Containers.element(element, exact, i, depth));
    }
    return array;
  }
}

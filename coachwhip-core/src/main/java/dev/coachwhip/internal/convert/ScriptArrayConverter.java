package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.spi.ValuePrinter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script's n-dimensional arrays as Java arrays and lists; always a copy. */
public final class ScriptArrayConverter {

  private ScriptArrayConverter() {}

  /** Returns the converter for a class of Java arrays, which takes lists as well. */
  static @Nullable Converter of(Class<?> type) {
    Converter ofList = ArrayConverter.of(type);
    return ofList == null
        ? null
        : (value, depth) ->
            value.data() instanceof ScriptArray array
                ? copy(array, type, value)
                : ofList.convert(value, depth);
  }

  private static Object copy(ScriptArray array, Class<?> type, ScriptValue value) {
    try {
      return type == byte[].class && isOfBytes(array) ? array.toBytes() : array.to(type);
    } catch (TypeConversionException | IllegalArgumentException e) {
      throw Misfit.of(type, value, String.valueOf(e.getMessage()));
    }
  }

  /** Tells whether the array is one of bytes, whose bits a {@code byte[]} holds, signed or not. */
  public static boolean isOfBytes(ScriptArray array) {
    return array.rank() == 1 && (array.dtype().equals("uint8") || array.dtype().equals("int8"));
  }

  /**
   * Returns the elements of an array, lists for more than one dimension; unmodifiable.
   *
   * @throws TypeConversionException if it has no dimension, or Java has no type for an element
   */
  public static List<ScriptValue> elements(ScriptArray array, ScriptValue value) {
    try {
      return Collections.unmodifiableList(list(array, value).asList());
    } catch (Misfit e) {
      throw e.toException();
    }
  }

  /**
   * Returns an array as a list of its elements, or of lists for more than one dimension.
   *
   * @throws Misfit if it has no dimension, or Java has no type for an element
   */
  static ScriptValue list(ScriptArray array, ScriptValue value) {
    if (array.rank() == 0) {
      throw Misfit.of(List.class, value);
    }
    try {
      return new Elements(array, new Printer(value.backendName())).list();
    } catch (TypeConversionException e) {
      throw Misfit.of(List.class, value, String.valueOf(e.getMessage()));
    }
  }

  private record Elements(ScriptArray array, Printer printer) {

    private ScriptValue list() {
      List<ScriptValue> list = new ArrayList<>();
      long length = array.shape()[0];
      for (long i = 0; i < length; i++) {
        list.add(
            array.rank() == 1
                ? ScriptValue.of(array.get(i), array.dtype(), printer)
                : new Elements(array.at(i), printer).list());
      }
      return ScriptValue.of(list, "list", printer);
    }
  }

  private record Printer(String backendName) implements ValuePrinter {
    @Override
    public String print(ScriptValue value) {
      return String.valueOf(value.data());
    }
  }
}

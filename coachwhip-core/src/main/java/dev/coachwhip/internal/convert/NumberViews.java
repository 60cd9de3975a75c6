package dev.coachwhip.internal.convert;

import dev.coachwhip.ScriptValue;
import dev.coachwhip.spi.FloatList;
import dev.coachwhip.spi.IntegerList;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Long lists of numbers as lists of Java's: the numbers stay where they are, and each is boxed when
 * it is asked for.
 */
final class NumberViews {

  private NumberViews() {}

  /**
   * Returns a view, null where the list is no such list or the numbers would have to be converted.
   *
   * @param elements what the elements are to become
   */
  @SuppressWarnings("ReferenceEquality") // there is one converter for a class
  static @Nullable List<@Nullable Object> of(ScriptValue value, Converter elements) {
    if (value.data() instanceof FloatList floats
        && (elements == Converters.OBJECT || elements == Converters.of(Double.class))) {
      return new Floats(floats);
    }
    if (value.data() instanceof IntegerList integers
        && (elements == Converters.OBJECT || elements == Converters.of(Long.class))) {
      return new Integers(integers);
    }
    return null;
  }

  private static final class Floats extends AbstractList<@Nullable Object> implements RandomAccess {
    private final FloatList list;

    Floats(FloatList list) {
      this.list = list;
    }

    @Override
    public Object get(int index) {
      return list.getDouble(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }

  private static final class Integers extends AbstractList<@Nullable Object>
      implements RandomAccess {
    private final IntegerList list;

    Integers(IntegerList list) {
      this.list = list;
    }

    @Override
    public Object get(int index) {
      return list.getLong(index);
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}

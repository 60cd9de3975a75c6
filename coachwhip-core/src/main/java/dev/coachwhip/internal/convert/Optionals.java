package dev.coachwhip.internal.convert;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What may be absent: a null value is an empty one. */
final class Optionals {

  private Optionals() {}

  static @Nullable Converter of(Class<?> type, List<Type> typeArguments) {
    if (type == Optional.class) {
      Converter present = Converters.argument(typeArguments, 0);
      return (value, depth) -> Optional.ofNullable(present.convert(value, depth));
    }
    if (type == OptionalInt.class) {
      return primitive(int.class, OptionalInt.empty(), n -> OptionalInt.of((int) n));
    }
    if (type == OptionalLong.class) {
      return primitive(long.class, OptionalLong.empty(), n -> OptionalLong.of((long) n));
    }
    return type == OptionalDouble.class
        ? primitive(double.class, OptionalDouble.empty(), n -> OptionalDouble.of((double) n))
        : null;
  }

  @FunctionalInterface
  private interface Wrapper {
    Object wrap(Object present);
  }

  private static Converter primitive(Class<?> type, Object empty, Wrapper wrapper) {
    Converter present = Converters.of(type);
    return (value, depth) -> {
      Object converted = value.isNull() ? null : present.convert(value, depth);
      return converted == null ? empty : wrapper.wrap(converted);
    };
  }
}

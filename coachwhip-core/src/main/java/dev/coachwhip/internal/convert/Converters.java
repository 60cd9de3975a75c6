package dev.coachwhip.internal.convert;

import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.internal.bind.FunctionConverter;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which converter makes objects of a Java type. */
public final class Converters {

  /** Gives the nearest Java objects. */
  static final Converter OBJECT = (value, _) -> Conversions.toJava(value);

  private static final Converter ITSELF = (value, _) -> value;

  /** A kind of Java type: knows the converters of its types, null for others. */
  @FunctionalInterface
  private interface Kind {
    @Nullable Converter of(Class<?> type, List<Type> typeArguments);
  }

  /** The first that knows a type counts. */
  private static final List<Kind> KINDS =
      List.of(
          (type, _) -> Numbers.of(type),
          (type, _) -> Scalars.of(type),
          (type, _) -> Times.of(type),
          Containers::of,
          Streams::of,
          (type, _) -> ScriptArrayConverter.of(type),
          (type, _) -> References.of(type),
          (type, _) -> EnumConverter.of(type),
          RecordConverter::of,
          FunctionConverter::of,
          (type, _) -> Scalars.instanceOf(type));

  private static final ClassValue<Converter> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected Converter computeValue(Class<?> type) {
          return make(type, List.of());
        }
      };

  private Converters() {}

  /** Returns the converter for a type; type variables and wildcards stand for their bounds. */
  public static Converter of(Type type) {
    return switch (type) {
      case Class<?> plain -> BY_CLASS.get(plain);
      case ParameterizedType generic ->
          make(JavaTypes.raw(generic), List.of(generic.getActualTypeArguments()));
      case GenericArrayType array ->
          notNull(JavaTypes.raw(array), ArrayConverter.ofElements(array.getGenericComponentType()));
      case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
      default -> BY_CLASS.get(JavaTypes.raw(type));
    };
  }

  private static Converter make(Class<?> type, List<Type> typeArguments) {
    if (type == ScriptValue.class) {
      return ITSELF;
    }
    if (type == void.class) {
      return (_, _) -> null; // the result of a method that has none
    }
    if (type == Object.class) {
      return OBJECT;
    }
    Converter optional = Optionals.of(type, typeArguments);
    return optional != null ? optional : notNull(type, firstOf(type, typeArguments));
  }

  private static Converter firstOf(Class<?> type, List<Type> typeArguments) {
    return KINDS.stream()
        .flatMap(kind -> Stream.ofNullable(kind.of(type, typeArguments)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A null value is the null of every type but the primitive ones, and a Java object that the host
   * exposed comes back as itself.
   */
  private static Converter notNull(Class<?> type, Converter converter) {
    return (value, depth) -> {
      if (value.data() instanceof ScriptObject object) {
        Optional<Object> exposed = object.exposed().map(Exposed::object).filter(type::isInstance);
        return exposed.isPresent() ? exposed.get() : converter.convert(value, depth);
      }
      if (!value.isNull()) {
        return converter.convert(value, depth);
      }
      if (type.isPrimitive()) {
        throw Misfit.of(type, value);
      }
      return null;
    };
  }

  /** Returns the converter that gives a value's data itself where it is of the type. */
  public static Converter dataAs(Class<?> type) {
    return Scalars.instanceOf(type);
  }

  /** Returns the converter for a type argument, the nearest objects' where there is none. */
  static Converter argument(List<Type> typeArguments, int index) {
    return index < typeArguments.size() ? of(typeArguments.get(index)) : OBJECT;
  }
}

package dev.coachwhip.spi.exposed;

import dev.coachwhip.Arguments;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.internal.convert.Conversions;
import dev.coachwhip.internal.convert.Converter;
import dev.coachwhip.internal.convert.Converters;
import dev.coachwhip.internal.convert.JavaTypes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One Java method of an API, with a method handle for it. */
final class Overload {

  private static final MethodType SPREAD =
      MethodType.methodType(Object.class, Object.class, Object[].class);

  private final Method method;
  private final String name;
  private final Class<?>[] types;
  private final Converter[] converters;
  private final List<String> names;
  private final MethodHandle handle;

  /**
   * Makes one.
   *
   * @param known what the type variables of the API stand for
   * @param name in scripts, for messages
   * @throws IllegalAccessException if the method cannot be called from here
   */
  Overload(Method method, Map<TypeVariable<?>, Type> known, String name)
      throws IllegalAccessException {
    this.method = method;
    this.name = name;
    Type[] generic = method.getGenericParameterTypes();
    this.types = new Class<?>[generic.length];
    this.converters = new Converter[generic.length];
    for (int i = 0; i < types.length; i++) {
      Type type = JavaTypes.resolve(generic[i], known);
      types[i] = JavaTypes.raw(type);
      converters[i] = Converters.of(type);
    }
    this.names = Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
    this.handle =
        unreflected(method).asFixedArity().asSpreader(Object[].class, types.length).asType(SPREAD);
  }

  /** A public interface may be declared within a class that is not, which only the latter opens. */
  private static MethodHandle unreflected(Method method) throws IllegalAccessException {
    boolean _ = method.trySetAccessible();
    return MethodHandles.lookup().unreflect(method);
  }

  boolean isVarargs() {
    return method.isVarArgs();
  }

  Optional<List<String>> parameterNames() {
    return isVarargs() ? Optional.empty() : Optional.of(names);
  }

  /** Returns it as in Java's source, with the name that scripts use. */
  String signature() {
    StringJoiner parameters = new StringJoiner(", ", name + "(", ")");
    for (int i = 0; i < types.length; i++) {
      boolean rest = isVarargs() && i == types.length - 1;
      String type = rest ? types[i].getComponentType().getSimpleName() + "..." : simple(i);
      parameters.add(hasNames() ? type + " " + names.get(i) : type);
    }
    return method.getReturnType().getSimpleName() + " " + parameters;
  }

  private String simple(int index) {
    return types[index].getSimpleName();
  }

  private boolean hasNames() {
    return types.length > 0 && method.getParameters()[0].isNamePresent();
  }

  /**
   * Arranges arguments in the order of the parameters.
   *
   * @return one value for each parameter; null if number or names do not fit
   */
  ScriptValue @Nullable [] arranged(Arguments arguments) {
    if (arguments.size() + arguments.named().size() != types.length) {
      return null;
    }
    ScriptValue[] values = arguments.positional().toArray(new ScriptValue[types.length]);
    for (var named : arguments.named().entrySet()) {
      int index = hasNames() ? names.indexOf(named.getKey()) : -1;
      if (index < arguments.size()) {
        return null; // no such name, or given by position too
      }
      values[index] = named.getValue();
    }
    return values;
  }

  /** Tells whether the arguments fit in number where the last parameter takes all that are left. */
  boolean takesSpread(Arguments arguments) {
    return isVarargs() && arguments.named().isEmpty() && arguments.size() >= types.length - 1;
  }

  /** Returns the type that a parameter asks for. */
  Class<?> type(int index) {
    return types[index];
  }

  /** Returns the type that an argument is converted to where the last parameter is spread. */
  Class<?> spreadType(int index) {
    return index < types.length - 1 ? types[index] : types[types.length - 1].getComponentType();
  }

  /** Converts arguments that {@link #arranged} arranged. */
  Invocation invocation(ScriptValue[] values) {
    @Nullable Object[] converted = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = converted(values[i], converters[i], i);
    }
    return new Invocation(handle, converted);
  }

  /** Converts arguments for which {@link #takesSpread}. */
  Invocation spreadInvocation(Arguments arguments) {
    int fixed = types.length - 1;
    @Nullable Object[] converted = new @Nullable Object[types.length];
    Object rest = Array.newInstance(spreadType(fixed), arguments.size() - fixed);
    Converter ofRest = Converters.of(spreadType(fixed));
    for (int i = 0; i < arguments.size(); i++) {
      Object value = converted(arguments.get(i), i < fixed ? converters[i] : ofRest, i);
      if (i < fixed) {
        converted[i] = value;
      } else {
        Array.set(rest, i - fixed, value);
      }
    }
    converted[fixed] = rest;
    return new Invocation(handle, converted);
  }

  private @Nullable Object converted(ScriptValue value, Converter converter, int index) {
    try {
      return Conversions.to(value, converter);
    } catch (TypeConversionException e) {
      throw new IllegalArgumentException(
          "%s: argument %d: %s".formatted(signature(), index + 1, e.getMessage()), e);
    }
  }

  /**
   * Converts arguments where this is the only overload.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  Invocation prepare(Arguments arguments) {
    ScriptValue[] values = arranged(arguments);
    boolean fits = values != null && (!isVarargs() || fits(values));
    if (fits && values != null) {
      return invocation(values);
    }
    if (takesSpread(arguments)) {
      return spreadInvocation(arguments);
    }
    throw new IllegalArgumentException(
        "%s cannot be called with %s".formatted(signature(), OverloadChoice.given(arguments)));
  }

  /** Tells whether the last argument is the array itself that a varargs method takes. */
  private boolean fits(ScriptValue[] values) {
    int last = types.length - 1;
    return !values[last].isNull() && values[last].is(types[last]);
  }
}

package dev.coachwhip.spi;

import dev.coachwhip.Arguments;
import dev.coachwhip.DescribedFunction;
import dev.coachwhip.HostArgumentException;
import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.TypeConversionException;
import dev.coachwhip.internal.bind.InterfaceMethods;
import dev.coachwhip.internal.convert.Conversions;
import dev.coachwhip.internal.convert.Converter;
import dev.coachwhip.internal.convert.Converters;
import dev.coachwhip.internal.convert.JavaTypes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Java objects whose class implements an interface with {@link FunctionalInterface}, such as
 * lambdas, as functions for scripts.
 */
public final class FunctionalObjects {

  private FunctionalObjects() {}

  /** Tells whether a class implements such an interface. A thread is more than what it runs. */
  public static boolean isFunctional(Class<?> type) {
    return !Thread.class.isAssignableFrom(type) && !candidates(type).isEmpty();
  }

  /**
   * Returns the function that an object is, under the name and with the parameters of its
   * interface's method. Arguments are converted to the parameters' types.
   *
   * @throws IllegalArgumentException if its class implements none, or several that differ
   */
  public static DescribedFunction function(Object object) {
    Method method = method(object.getClass());
    Map<TypeVariable<?>, Type> variables = JavaTypes.variables(object.getClass(), List.of());
    List<Converter> converters =
        Arrays.stream(method.getGenericParameterTypes())
            .map(type -> Converters.of(JavaTypes.resolve(type, variables)))
            .toList();
    DescribedFunction.Builder builder = HostFunction.described("");
    for (Parameter parameter : method.getParameters()) {
      DescribedFunction.Builder _ =
          parameter.isNamePresent()
              ? builder.parameter(parameter.getName())
              : builder.positional(parameter.getName());
    }
    return builder.body(arguments -> call(object, method, converters, arguments));
  }

  /** Returns the method that an object of a functional class is called by. */
  public static Method method(Class<?> type) {
    Set<Class<?>> interfaces = candidates(type);
    List<Method> methods =
        interfaces.stream().map(each -> InterfaceMethods.single(each).orElseThrow()).toList();
    boolean agree =
        methods.stream().map(m -> m.getName() + m.getParameterCount()).distinct().count() == 1;
    if (!agree) {
      throw new IllegalArgumentException(
          "%s is not one function: it implements %s"
              .formatted(type.getName(), interfaces.stream().map(Class::getName).toList()));
    }
    Method method = methods.getFirst();
    method.trySetAccessible(); // of an interface that is not public
    return method;
  }

  /** The functional interfaces of a class but for those that another of them extends. */
  private static Set<Class<?>> candidates(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    addInterfaces(type, found);
    found.removeIf(one ->
        new ArrayList<>(found)
            .stream().anyMatch(other -> other != one && one.isAssignableFrom(other)));
    return found;
  }

  private static void addInterfaces(@Nullable Class<?> type, Set<Class<?>> found) {
    if (type == null) {
      return;
    }
    if (type.isAnnotationPresent(FunctionalInterface.class)) {
      found.add(type);
    }
    Arrays.stream(type.getInterfaces()).forEach(each -> addInterfaces(each, found));
    addInterfaces(type.getSuperclass(), found);
  }

  private static @Nullable Object call(
      Object object, Method method, List<Converter> converters, Arguments arguments)
      throws Exception {
    @Nullable Object[] converted = new Object[converters.size()];
    for (int i = 0; i < converted.length; i++) {
      converted[i] = convert(arguments, i, converters.get(i));
    }
    try {
      return method.invoke(object, converted);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static @Nullable Object convert(Arguments arguments, int index, Converter converter) {
    ScriptValue argument = arguments.get(index);
    try {
      return Conversions.to(argument, converter);
    } catch (TypeConversionException e) {
      throw new HostArgumentException(
          "%s() argument %d: %s".formatted(arguments.function(), index + 1, e.getMessage()));
    }
  }
}

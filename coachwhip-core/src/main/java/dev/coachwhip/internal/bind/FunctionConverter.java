package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.internal.convert.Converter;
import dev.coachwhip.internal.convert.Converters;
import dev.coachwhip.internal.convert.JavaTypes;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of a script as objects of a functional interface. */
public final class FunctionConverter implements Converter {

  private final Class<?> type;
  private final List<Method> methods;
  private final ArgumentPlan arguments;

  /** Looked up when a value is converted: a method may return its own interface. */
  private final Type resultType;

  private FunctionConverter(Class<?> type, Method single, Map<TypeVariable<?>, Type> variables) {
    this.type = type;
    this.methods = InterfaceMethods.of(type);
    this.arguments = PositionalPlan.of(single);
    this.resultType = JavaTypes.resolve(single.getGenericReturnType(), variables);
  }

  /** Returns the converter for an interface with a single abstract method, null for others. */
  public static @Nullable Converter of(Class<?> type, List<Type> typeArguments) {
    return InterfaceMethods.single(type)
        .map(
            method -> new FunctionConverter(type, method, JavaTypes.variables(type, typeArguments)))
        .orElse(null);
  }

  @Override
  public @Nullable Object convert(ScriptValue value, int depth) {
    Optional<ScriptCallable> callable = value.reference().flatMap(ScriptObject::callable);
    if (callable.isPresent()) {
      MethodCall call = new MethodCall(callable.get(), arguments, Converters.of(resultType));
      Map<Method, MethodCall> calls =
          methods.stream().collect(Collectors.toMap(Function.identity(), _ -> call));
      return new ScriptProxy(calls, type.getSimpleName() + " by " + value.describe())
          .implement(type);
    }
    return Converters.dataAs(type).convert(value, depth); // a number asked as a Comparable, say
  }
}

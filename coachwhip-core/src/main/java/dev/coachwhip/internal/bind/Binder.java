package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptName;
import dev.coachwhip.ScriptSignature;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.error.FunctionBindingException;
import dev.coachwhip.internal.convert.Converters;
import dev.coachwhip.internal.convert.JavaTypes;
import dev.coachwhip.spi.ScriptObject;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Implements a Java interface by functions of a script, or tells all that is in the way. */
public final class Binder {

  private final Class<?> type;
  private final FunctionSource source;
  private final Map<TypeVariable<?>, Type> variables;
  private final Map<Method, MethodCall> calls = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Binder(Class<?> type, FunctionSource source) {
    this.type = type;
    this.source = source;
    this.variables = JavaTypes.variables(type, List.of());
  }

  /**
   * Implements an interface.
   *
   * @throws IllegalArgumentException if the type is no interface, or a sealed one
   * @throws FunctionBindingException if functions are missing or have other parameters; lists all
   */
  public static <T> T bind(Class<T> type, FunctionSource source) {
    if (!type.isInterface() || type.isAnnotation() || type.isSealed()) {
      throw new IllegalArgumentException(
          type.getName() + " is not an interface that a script can implement");
    }
    return type.cast(new Binder(type, source).bind());
  }

  private Object bind() {
    InterfaceMethods.of(type).forEach(this::add);
    String what = type.getSimpleName() + " by " + source.description();
    if (!problems.isEmpty()) {
      throw new FunctionBindingException(
          problems,
          ErrorDetails.of(
              source.backendName(),
              "cannot implement " + what + ": " + String.join("; ", problems)));
    }
    return new ScriptProxy(Map.copyOf(calls), what).implement(type);
  }

  private void add(Method method) {
    List<String> names = names(method);
    Optional<ScriptValue> found =
        names.stream().flatMap(name -> source.find(name).stream()).findFirst();
    if (found.isPresent()) {
      add(method, found.get());
    } else if (!isClose(method)) {
      problems.add(
          method.getName() + ": there is no function '" + String.join("' or '", names) + "'");
    }
  }

  private static List<String> names(Method method) {
    ScriptName given = method.getAnnotation(ScriptName.class);
    return Names.of(given == null ? method.getName() : given.value(), given != null);
  }

  /** A script has nothing to close where it says nothing of closing. */
  private static boolean isClose(Method method) {
    return method.getName().equals("close")
        && method.getParameterCount() == 0
        && AutoCloseable.class.isAssignableFrom(method.getDeclaringClass());
  }

  private void add(Method method, ScriptValue found) {
    ScriptObject object = found.reference().orElse(null);
    ScriptCallable function = object == null ? null : object.callable().orElse(null);
    if (object == null || function == null) {
      problems.add(method.getName() + ": a " + found.typeName() + ", which cannot be called");
      return;
    }
    ArgumentPlan arguments = arguments(method, object.signature().orElse(null));
    Type result = JavaTypes.resolve(method.getGenericReturnType(), variables);
    calls.put(method, new MethodCall(function, arguments, Converters.of(result)));
  }

  private ArgumentPlan arguments(Method method, @Nullable ScriptSignature signature) {
    if (signature == null) {
      return ParameterMatcher.unchecked(method);
    }
    List<String> misfits = new ArrayList<>();
    ArgumentPlan plan = ParameterMatcher.match(method, signature, misfits);
    if (!misfits.isEmpty()) {
      problems.add(
          "%s(%s): the script's %s %s"
              .formatted(
                  method.getName(),
                  JavaParameter.listed(JavaParameter.of(method)),
                  signature.name(),
                  String.join(" and ", misfits)));
    }
    return plan;
  }
}

package dev.coachwhip.rhai;

import dev.coachwhip.rhai.convert.FromScript;
import dev.coachwhip.rhai.convert.ToScript;
import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.HostType;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions and types of {@link RhaiExtensions}, as one engine has them. */
final class ExtensionFunctions {

  private static final MethodHandle CALL;

  static {
    try {
      CALL =
          MethodHandles.lookup()
              .findVirtual(
                  Bound.class,
                  "call",
                  MethodType.methodType(Object.class, Run.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final List<JavaFunction> functions;
  private final List<RhaiType<?>> types;

  ExtensionFunctions(Optional<RhaiExtensions> extensions) {
    functions = extensions.map(RhaiExtensions::functions).orElse(List.of());
    types = extensions.map(RhaiExtensions::types).orElse(List.of());
  }

  /** Tells whether objects of a class go to scripts as they are. */
  boolean isScriptType(Class<?> type) {
    return types.stream().anyMatch(known -> known.type().isAssignableFrom(type));
  }

  /** Returns the names of the functions. */
  List<String> names() {
    return functions.stream().map(JavaFunction::name).toList();
  }

  List<HostType> hostTypes(ToScript toScript) {
    return types.stream()
        .map(type -> new HostType(type.type(), type.name(), elements(type.iterator(), toScript)))
        .toList();
  }

  private static @Nullable Function<Object, Iterator<Object>> elements(
      @Nullable Function<Object, Iterator<?>> iterator, ToScript toScript) {
    return iterator == null
        ? null
        : object -> toScript.elements(() -> iterator.apply(object)).iterator();
  }

  /** Returns the functions, which call the host's code by {@code calls}. */
  FunctionIndex index(HostCalls calls, FromScript fromScript) {
    List<Overload> overloads = new ArrayList<>();
    for (JavaFunction function : functions) {
      overloads.add(overload(new Bound(function, parameters(function), calls, fromScript)));
    }
    return FunctionIndex.of(overloads);
  }

  private static List<JavaParameter> parameters(JavaFunction function) {
    return function.parameters().stream().map(JavaParameter::of).toList();
  }

  private static Overload overload(Bound bound) {
    List<Class<?>> types = new ArrayList<>();
    for (JavaParameter parameter : bound.parameters) {
      types.add(parameter.scriptType());
    }
    JavaFunction function = bound.function;
    MethodHandle handle = CALL.bindTo(bound).asCollector(Object[].class, types.size());
    return Overload.of(function.name(), types, function.pure(), false, handle);
  }

  /** A function with what it needs of its engine. */
  private record Bound(
      JavaFunction function,
      List<JavaParameter> parameters,
      HostCalls calls,
      FromScript fromScript) {

    @SuppressWarnings("unused") // called through a handle
    Object call(Run run, Object[] arguments) {
      return calls.converted(() -> {
        @Nullable Object[] converted = new @Nullable Object[arguments.length];
        for (int i = 0; i < converted.length; i++) {
          Object argument = arguments[i] instanceof Ref<?> ref ? ref.get() : arguments[i];
          converted[i] = parameters.get(i).convert(argument, fromScript);
        }
        return body(converted);
      });
    }

    private @Nullable Object body(@Nullable Object[] arguments) throws Exception {
      try {
        return function.body().call(arguments);
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable t) {
        throw new IllegalStateException(t);
      }
    }
  }
}

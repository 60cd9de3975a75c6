package dev.coachwhip.rhai;

import dev.coachwhip.Arguments;
import dev.coachwhip.Exposed;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.rhai.convert.HostObject;
import dev.coachwhip.rhai.runtime.FunctionTable;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.spi.exposed.ExposedApi;
import dev.coachwhip.spi.exposed.ExposedMethod;
import dev.coachwhip.spi.exposed.ExposedProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scripts do with exposed objects: methods, properties, indexing of lists and maps, {@code
 * len}, {@code contains}, comparison by {@code ==}. What an object does not have itself, the
 * standard library may have for any value.
 */
final class ExposedMembers {

  // All exposed objects are of one class for the function table, so which members there are is only
  // known when one is called.

  private static final MethodHandle CALL;

  static {
    try {
      CALL =
          MethodHandles.lookup()
              .findVirtual(
                  Member.class,
                  "call",
                  MethodType.methodType(Object.class, Run.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final HostRegistry registry;

  ExposedMembers(HostRegistry registry) {
    this.registry = registry;
  }

  /**
   * Returns how a name is used with exposed objects as first arguments.
   *
   * @param types the first is {@link HostObject}
   */
  Overload overload(String name, List<Class<?>> types) {
    List<Class<?>> parameters = new ArrayList<>(Collections.nCopies(types.size(), Object.class));
    parameters.set(0, HostObject.class);
    MethodHandle call =
        CALL.bindTo(new Member(this, name, types)).asCollector(Object[].class, types.size());
    MethodHandle handle = call.asType(call.type().changeParameterType(1, HostObject.class));
    return Overload.of(name, parameters, true, false, handle);
  }

  /** A name that scripts use with an exposed object as the first argument. */
  private record Member(ExposedMembers members, String name, List<Class<?>> types) {

    @SuppressWarnings("unused") // called through a handle
    Object call(Run run, Object[] arguments) {
      HostObject self = (HostObject) arguments[0];
      Object[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
      Object result = members.call(name, self.exposed(), rest);
      if (result != null) {
        return result;
      }
      FunctionTable table = run.functions();
      Overload other = members.registry.findOther(name, types, table);
      if (other == null) {
        throw table.missing(name, arguments);
      }
      return other.invoke(run, arguments);
    }
  }

  /** Returns a result; null if the object has no such member. */
  private @Nullable Object call(String name, Exposed self, Object[] arguments) {
    ExposedApi api = self.api();
    if (name.startsWith(FunctionTable.GETTER)) {
      return property(api, name.substring(FunctionTable.GETTER.length()))
          .map(property -> invoke(property.getter(), self, arguments))
          .orElse(null);
    }
    if (name.startsWith(FunctionTable.SETTER)) {
      return property(api, name.substring(FunctionTable.SETTER.length()))
          .flatMap(ExposedProperty::setter)
          .map(setter -> invoke(setter, self, arguments))
          .orElse(null);
    }
    ExposedMethod method = method(api, name);
    return method != null ? invoke(method, self, arguments) : protocol(name, self, arguments);
  }

  private static Optional<ExposedProperty> property(ExposedApi api, String name) {
    return Optional.ofNullable(api.properties().get(api.javaNames().getOrDefault(name, name)));
  }

  private static @Nullable ExposedMethod method(ExposedApi api, String name) {
    return api.methods().get(api.javaNames().getOrDefault(name, name));
  }

  private Object invoke(ExposedMethod method, Exposed self, Object[] arguments) {
    ScriptValue[] values = new ScriptValue[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = registry.calls().value(arguments[i]);
    }
    return registry
        .calls()
        .converted(
            () -> method.prepare(Arguments.of(method.name(), values, Map.of())).on(self.object()));
  }

  /** What the language does with objects, as far as Java's has the methods. */
  private @Nullable Object protocol(String name, Exposed self, Object[] arguments) {
    ExposedMethod method =
        switch (name) {
          case FunctionTable.INDEX_GETTER -> method(self.api(), "get");
          case FunctionTable.INDEX_SETTER ->
              Optional.ofNullable(method(self.api(), "set")).orElse(method(self.api(), "put"));
          case "len" -> method(self.api(), "size");
          default -> null;
        };
    if (method != null) {
      return invoke(method, self, arguments);
    }
    boolean comparesTwo = arguments.length == 1 && arguments[0] instanceof HostObject;
    return switch (name) {
      case "==" -> comparesTwo ? (Object) isSame(self, arguments[0]) : null;
      case "!=" -> comparesTwo ? (Object) !isSame(self, arguments[0]) : null;
      case "to_string", "to_debug" -> text(self);
      default -> null;
    };
  }

  private boolean isSame(Exposed self, Object argument) {
    Object other = ((HostObject) argument).object();
    return registry.calls().converted(() -> self.object().equals(other)).equals(true);
  }

  private Object text(Exposed self) {
    return registry.calls().converted(() -> String.valueOf(self.object()));
  }
}

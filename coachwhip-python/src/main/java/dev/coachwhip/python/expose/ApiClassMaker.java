package dev.coachwhip.python.expose;

import static dev.coachwhip.python.interp.Raised.check;

import dev.coachwhip.Arguments;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Calls;
import dev.coachwhip.python.interp.Interpreter;
import dev.coachwhip.python.interp.Py;
import dev.coachwhip.spi.exposed.ExposedApi;
import dev.coachwhip.spi.exposed.ExposedMethod;
import dev.coachwhip.spi.exposed.ExposedProperty;
import dev.coachwhip.spi.exposed.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the Python class of one API. Attached. */
final class ApiClassMaker {

  private static final KeptClasses MADE = new KeptClasses();

  private final ExposedApi api;
  private final Attachment attachment;
  private final Members members;

  private ApiClassMaker(ExposedApi api, Attachment attachment) {
    this.api = api;
    this.attachment = attachment;
    this.members = new Members(attachment);
  }

  /** Returns the class of an API, borrowed. */
  static long classOf(ExposedApi api, Attachment attachment) {
    return MADE.get(api, () -> new ApiClassMaker(api, attachment).make());
  }

  private long make() {
    try (OwnedObjects owned = new OwnedObjects()) {
      return Calls.call(
          Interpreter.running().helper("_objects", "make_class"),
          attachment,
          owned.add(members.text(api.name())),
          owned.add(members.text(module())),
          owned.add(members.text(doc())),
          owned.add(Members.list(methods())),
          owned.add(Members.list(api.properties().values().stream().map(this::property).toList())),
          owned.add(javaNames()));
    }
  }

  private List<Long> methods() {
    List<Long> methods = new ArrayList<>();
    Protocols.of(api)
        .forEach((name, operation) ->
            methods.add(members.method(function(name, operation), Protocols.parameters(name), "")));
    for (ExposedMethod method : api.methods().values()) {
      methods.add(
          members.method(
              function(method.name(), call -> invoke(method, call)),
              method.parameterNames(),
              doc(method)));
    }
    return methods;
  }

  /** Returns a dict from Java names to the others, a new reference. */
  private long javaNames() {
    long names = check(PyDicts.PyDict_New());
    api.javaNames()
        .forEach((javaName, name) -> {
          try (OwnedObjects owned = new OwnedObjects()) {
            check(
                PyDicts.PyDict_SetItem(
                    names, owned.add(members.text(javaName)), owned.add(members.text(name))));
          }
        });
    return names;
  }

  /** Returns the name under which Python's messages show the class. */
  private String module() {
    String name = api.javaType().getPackageName();
    return name.isEmpty() ? "java" : "java." + name;
  }

  private String doc() {
    String type = "The Java %s %s.".formatted(kind(), api.javaType().getName());
    return api.doc().isEmpty() ? type : api.doc() + "\n\n" + type;
  }

  private String kind() {
    return api.javaType().isInterface() ? "interface" : "class";
  }

  private ObjectFunction<Handle.OfObject> function(
      String name, Operation<Handle.OfObject> operation) {
    return new ObjectFunction<>(name, api.name(), this::accepted, operation);
  }

  private Handle.@Nullable OfObject accepted(Handle handle) {
    return handle instanceof Handle.OfObject object && object.exposed().api() == api
        ? object
        : null;
  }

  /** Calls a method with the arguments of a call. */
  static long invoke(ExposedMethod method, MethodCall<Handle.OfObject> call) throws Exception {
    Object target = call.handle().exposed().object();
    Invocation invocation = prepared(method, call, call.values());
    return call.result(call.host(() -> invocation.on(target)));
  }

  /** Chooses the overload; arguments that do not fit are a TypeError. */
  private static Invocation prepared(
      ExposedMethod method, MethodCall<?> call, Arguments arguments) {
    try {
      return method.prepare(arguments);
    } catch (IllegalArgumentException e) {
      throw call.error(Py.TYPE_ERROR, String.valueOf(e.getMessage()));
    }
  }

  /** Returns what was said of the method, then its signatures. */
  private static String doc(ExposedMethod method) {
    String text = method.doc().isEmpty() ? "" : method.doc() + "\n\n";
    return text + String.join("\n", method.signatures());
  }

  /** Returns {@code [name, getter, setter or None, doc]}, a new reference. */
  private long property(ExposedProperty property) {
    ExposedMethod getter = property.getter();
    Optional<ExposedMethod> setter = property.setter();
    long read = function(property.name(), call -> invoke(getter, call)).create();
    long write =
        setter.isPresent()
            ? function(property.name(), call -> invoke(setter.get(), call)).create()
            : MethodCall.none();
    String doc = String.join("\n", signatures(getter, setter));
    return Members.list(List.of(members.text(property.name()), read, write, members.text(doc)));
  }

  private static List<String> signatures(ExposedMethod getter, Optional<ExposedMethod> setter) {
    return setter.isPresent()
        ? Stream.concat(getter.signatures().stream(), setter.get().signatures().stream()).toList()
        : getter.signatures();
  }
}

package dev.coachwhip.python.expose;

import dev.coachwhip.spi.exposed.ExposedApi;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of Python's special methods the objects of an API have: those whose Java methods are in the
 * API.
 */
final class Protocols {

  private static final List<String> NONE = List.of();
  private static final List<String> OTHER = List.of("other");

  private static final Map<String, List<String>> PARAMETERS =
      Map.ofEntries(
          Map.entry("__eq__", OTHER),
          Map.entry("__lt__", OTHER),
          Map.entry("__le__", OTHER),
          Map.entry("__gt__", OTHER),
          Map.entry("__ge__", OTHER),
          Map.entry("__hash__", NONE),
          Map.entry("__repr__", NONE),
          Map.entry("__enter__", NONE),
          Map.entry("__len__", NONE),
          Map.entry("__iter__", NONE),
          Map.entry("__next__", NONE),
          Map.entry("_dropped", NONE),
          Map.entry("__contains__", List.of("value")),
          Map.entry("__getitem__", List.of("index")),
          Map.entry("__setitem__", List.of("index", "value")),
          Map.entry("__delitem__", List.of("index")),
          Map.entry("insert", List.of("index", "value")),
          Map.entry("clear", NONE),
          Map.entry("close", NONE));

  private final ExposedApi api;
  private final Map<String, Operation<Handle.OfObject>> found = new LinkedHashMap<>();

  private Protocols(ExposedApi api) {
    this.api = api;
  }

  /** Returns the special methods by name. */
  static Map<String, Operation<Handle.OfObject>> of(ExposedApi api) {
    Protocols protocols = new Protocols(api);
    protocols.addCommon();
    protocols.addContainers();
    protocols.addIndexing();
    return protocols.found;
  }

  /** Returns the parameters of a special method after {@code self}; empty for any. */
  static Optional<List<String>> parameters(String name) {
    return Optional.ofNullable(PARAMETERS.get(name));
  }

  private boolean has(Class<?> type, String... methods) {
    return type.isAssignableFrom(api.javaType())
        && List.of(methods).stream().allMatch(name -> api.method(name).isPresent());
  }

  private void addCommon() {
    found.put("__eq__", CommonMethods::equal);
    found.put("__hash__", CommonMethods::hash);
    found.put("__repr__", CommonMethods::print);
    api.function()
        .ifPresent(function -> found.put("__call__", call -> ApiClassMaker.invoke(function, call)));
    if (has(Comparable.class, "compareTo")) {
      found.putAll(Comparisons.METHODS);
    }
    if (has(AutoCloseable.class, "close")) {
      found.put("__enter__", call -> MethodCall.borrowed(call.self()));
      found.put("__exit__", CommonMethods::exit);
    }
  }

  private void addContainers() {
    if (has(Collection.class, "size") || has(Map.class, "size")) {
      found.put("__len__", Containers::size);
    } else if (has(Iterable.class, "iterator")) {
      api.method("size")
          .or(() -> api.method("length"))
          .ifPresent(size -> found.put("__len__", call -> ApiClassMaker.invoke(size, call)));
    }
    if (has(Iterable.class, "iterator")) {
      found.put("__iter__", Containers::iterator);
    } else if (has(Map.class, "keySet")) {
      found.put("__iter__", Containers::keys);
    } else if (has(Iterator.class, "next", "hasNext")) {
      found.put("__iter__", call -> MethodCall.borrowed(call.self()));
      found.put("__next__", Containers::next);
    }
    if (has(Collection.class, "contains") || has(Map.class, "containsKey")) {
      found.put("__contains__", Containers::contains);
    }
  }

  private void addIndexing() {
    if (has(List.class, "get")) {
      found.put("__getitem__", ListMethods::get);
      found.put("_get_range", ListMethods::getRange);
    }
    if (has(List.class, "set", "add", "remove")) {
      found.put("__setitem__", ListMethods::set);
      found.put("__delitem__", ListMethods::delete);
      found.put("_set_range", ListMethods::setRange);
      found.put("_delete_range", ListMethods::deleteRange);
    }
    if (has(Map.class, "get")) {
      found.put("__getitem__", MapMethods::get);
    }
    if (has(Map.class, "put", "remove")) {
      found.put("__setitem__", MapMethods::set);
      found.put("__delitem__", MapMethods::delete);
    }
  }
}

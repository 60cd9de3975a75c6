package dev.coachwhip.rhai.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Functions by their names: those of the standard library, made once, or those of the host. Does
 * not change. Any thread.
 */
public final class FunctionIndex {

  /** No functions. */
  public static final FunctionIndex EMPTY = new FunctionIndex(Map.of());

  // Most functions are never called: their overloads are made when somebody asks for the name.
  private final Map<String, Supplier<List<Overload>>> sources;
  private final Map<String, List<Overload>> made = new ConcurrentHashMap<>();

  private FunctionIndex(Map<String, Supplier<List<Overload>>> sources) {
    this.sources = sources;
  }

  /** Returns one of overloads; of two for the same types the later one counts. */
  public static FunctionIndex of(List<Overload> overloads) {
    Map<String, List<Overload>> byName = new HashMap<>();
    for (Overload overload : overloads) {
      List<Overload> named = byName.computeIfAbsent(overload.name(), name -> new ArrayList<>());
      named.removeIf(other -> other.parameterTypes().equals(overload.parameterTypes()));
      named.add(overload);
    }
    Map<String, Supplier<List<Overload>>> sources = HashMap.newHashMap(byName.size());
    byName.forEach((name, named) -> sources.put(name, () -> List.copyOf(named)));
    return new FunctionIndex(sources);
  }

  /** Returns one of all methods with {@link RhaiFunction} in classes that the lookup can reach. */
  public static FunctionIndex of(MethodHandles.Lookup lookup, List<Class<?>> classes) {
    return of(overloads(FunctionList.functions(classes), lookup));
  }

  /**
   * Returns one of what {@link FunctionList#write} wrote about classes that the lookup can reach.
   * Their classes are loaded when a function is called.
   */
  public static FunctionIndex read(MethodHandles.Lookup lookup, List<String> lines) {
    Map<String, List<String>> byName = HashMap.newHashMap(lines.size());
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(FunctionList.SEPARATOR));
      byName.computeIfAbsent(name, key -> new ArrayList<>(2)).add(line);
    }
    Map<String, Supplier<List<Overload>>> sources = HashMap.newHashMap(byName.size());
    byName.forEach(
        (name, named) -> sources.put(name, () -> overloads(FunctionList.parse(named), lookup)));
    return new FunctionIndex(sources);
  }

  /**
   * Returns one of a resource beside the lookup's class that {@link FunctionList#write} wrote, or,
   * if there is none, of the methods of classes.
   */
  public static FunctionIndex read(
      MethodHandles.Lookup lookup, String resource, Supplier<List<Class<?>>> classes) {
    try (InputStream in = lookup.lookupClass().getResourceAsStream(resource)) {
      if (in != null) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return read(lookup, List.of(text.split("\n")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(lookup, classes.get());
  }

  private static List<Overload> overloads(
      List<FunctionList.Function> functions, MethodHandles.Lookup lookup) {
    List<Overload> overloads = new ArrayList<>(functions.size());
    for (FunctionList.Function function : functions) {
      overloads.add(function.overload(lookup));
    }
    return overloads;
  }

  /** Returns the overloads of a name, none if there are none. */
  public List<Overload> overloads(String name) {
    List<Overload> known = made.get(name);
    if (known == null) {
      Supplier<List<Overload>> source = sources.get(name);
      if (source == null) {
        return List.of();
      }
      known = made.computeIfAbsent(name, key -> source.get());
    }
    return known;
  }

  /** Returns all names. */
  public Set<String> names() {
    return sources.keySet();
  }
}

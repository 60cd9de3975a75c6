package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions that an engine's scripts have defined: later scripts and the host call them, too. A
 * script's own functions come first in it, and so do those of its source for its functions. Changed
 * in the engine's turn.
 */
final class Library {

  private record Key(String name, int arity, @Nullable String thisType) {}

  /**
   * A function.
   *
   * @param sourceName where it is defined
   */
  record Entry(ScriptFunction function, String sourceName) {}

  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  /** Adds functions, in place of earlier ones of the same names and numbers of parameters. */
  void add(List<ScriptFunction> functions, String sourceName) {
    for (ScriptFunction function : functions) {
      entries.put(key(function), new Entry(function, sourceName));
    }
  }

  /** Tells whether these functions, of this source, are all there already. */
  @SuppressWarnings("ReferenceEquality") // one that is only equal is of another source
  boolean has(List<ScriptFunction> functions) {
    return functions.stream()
        .allMatch(f -> {
          Entry entry = entries.get(key(f));
          return entry != null && entry.function() == f;
        });
  }

  private static Key key(ScriptFunction function) {
    return new Key(function.name(), function.parameters().size(), function.thisType());
  }

  /** Returns a function; null if there is none. */
  @Nullable Entry find(String name, int arity, @Nullable String thisType) {
    return entries.get(new Key(name, arity, thisType));
  }

  /** Returns the functions of a name that the host may call, with any number of parameters. */
  List<Entry> named(String name) {
    return entries.values().stream()
        .filter(entry -> entry.function().name().equals(name))
        .filter(entry -> entry.function().isVisible() && entry.function().thisType() == null)
        .toList();
  }

  /** Returns all functions. */
  List<ScriptFunction> functions() {
    return entries.values().stream().map(Entry::function).toList();
  }

  /** Returns the names of what the host may call. */
  List<String> names() {
    return entries.values().stream()
        .map(Entry::function)
        .filter(function -> function.isVisible() && function.thisType() == null)
        .map(ScriptFunction::name)
        .distinct()
        .toList();
  }

  /** Returns where a function was defined last. */
  Optional<String> sourceOf(String name) {
    return entries.values().stream()
        .filter(entry -> entry.function().name().equals(name))
        .map(Entry::sourceName)
        .reduce((_, last) -> last);
  }

  /** Forgets all. */
  void clear() {
    entries.clear();
  }
}

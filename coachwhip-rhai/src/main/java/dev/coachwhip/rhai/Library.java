package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.ScriptFunction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The names that scripts looked for here, found or not: calls are linked accordingly. */
  private final Set<String> asked = new HashSet<>();

  /**
   * Adds functions, in place of earlier ones of the same names and numbers of parameters.
   *
   * @return whether a script that ran before may have been linked to something else instead
   */
  boolean add(List<ScriptFunction> functions, String sourceName) {
    boolean concerns = false;
    for (ScriptFunction function : functions) {
      entries.put(key(function), new Entry(function, sourceName));
      concerns |= asked.contains(function.name());
    }
    return concerns;
  }

  /** Tells whether these functions, of this source, are all there already. */
  @SuppressWarnings("ReferenceEquality") // one that is only equal is of another source
  boolean has(List<ScriptFunction> functions) {
    for (ScriptFunction function : functions) { // mostly none: a stream costs more
      Entry entry = entries.get(key(function));
      if (entry == null || entry.function() != function) {
        return false;
      }
    }
    return true;
  }

  private static Key key(ScriptFunction function) {
    return new Key(function.name(), function.parameters().size(), function.thisType());
  }

  /** Returns a function; null if there is none. */
  @Nullable Entry find(String name, int arity, @Nullable String thisType) {
    return entries.get(new Key(name, arity, thisType));
  }

  /** Returns a function for a script, which is linked to what it gets; null if there is none. */
  @Nullable ScriptFunction link(String name, int arity, @Nullable String thisType) {
    asked.add(name);
    Entry entry = find(name, arity, thisType);
    return entry == null ? null : entry.function();
  }

  /** Tells a script, which is linked accordingly, whether there is such a function or method. */
  boolean links(String name, int arity) {
    asked.add(name);
    return entries.keySet().stream().anyMatch(key -> key.name.equals(name) && key.arity == arity);
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

  /**
   * Forgets all.
   *
   * @return whether a script may have been linked to one of them
   */
  boolean clear() {
    boolean concerns = entries.keySet().stream().anyMatch(key -> asked.contains(key.name));
    entries.clear();
    return concerns;
  }
}

package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.ScriptFunction;
import dev.coachwhip.rhai.runtime.Values;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
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

  private static final MethodHandle CALL;

  static {
    try {
      CALL =
          MethodHandles.lookup()
              .findVirtual(
                  Entry.class,
                  "call",
                  MethodType.methodType(Object.class, Run.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private record Key(String name, int arity, @Nullable String thisType) {}

  /**
   * A function.
   *
   * @param sourceName where it is defined
   */
  record Entry(ScriptFunction function, String sourceName) {

    /** Calls it from another script, as one calls a function of Java. */
    Object call(Run run, Object[] arguments) {
      Object[] copies = new Object[arguments.length];
      for (int i = 0; i < copies.length; i++) {
        copies[i] = Values.copy(arguments[i]);
      }
      int level = run.callLevel();
      try {
        return function.call(run, null, copies);
      } catch (RhaiError e) {
        throw e.inCall(function.name(), sourceName, 0, 0);
      } finally {
        run.resetCallLevel(level);
      }
    }
  }

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

  /** Returns how call sites of other scripts call a function; null if there is none. */
  @Nullable Overload overload(String name, int arity) {
    Entry entry = find(name, arity, null);
    if (entry == null) {
      return null;
    }
    List<Class<?>> types = Collections.nCopies(arity, Object.class);
    MethodHandle handle = CALL.bindTo(entry).asCollector(Object[].class, arity);
    return Overload.of(name, types, true, false, handle);
  }
}

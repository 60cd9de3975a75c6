package dev.coachwhip.rhai.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a script's code sees beside variables and functions: the modules imported so far and the
 * constants of the top level ({@code global::X}). A module's functions see that of their module.
 * One thread.
 */
public final class Environment {

  private record Imported(String name, ScriptModule module) {}

  private final List<Imported> imports = new ArrayList<>();
  private final Map<String, Object> constants = new HashMap<>();

  /** Makes a constant known as {@code global::name}; the value is a copy already. */
  public void setConstant(String name, Object value) {
    constants.put(name, value);
  }

  /** Returns the value of {@code global::name}, not copied; null if there is none. */
  public @Nullable Object constant(String name) {
    return constants.get(name);
  }

  /** Returns how many imports there are, to come back to with {@link #rewind}. */
  public int imports() {
    return imports.size();
  }

  /** Forgets all imports but the first so many. */
  public void rewind(int size) {
    while (imports.size() > size) {
      imports.removeLast();
    }
  }

  /** Adds an import; the name may be empty. */
  public void add(String name, ScriptModule module) {
    imports.add(new Imported(name, module));
  }

  /** Forgets imports that later ones of their names hide. */
  public void dropHidden() {
    if (imports.size() < 2) {
      return;
    }
    Set<String> names = new HashSet<>();
    List<Imported> kept = new ArrayList<>();
    for (Imported imported : imports.reversed()) {
      if (names.add(imported.name)) {
        kept.add(imported);
      }
    }
    imports.clear();
    imports.addAll(kept.reversed());
  }

  /** Returns the module that a path of names leads to; null if there is none. */
  public @Nullable ScriptModule find(List<String> path) {
    ScriptModule found = imported(path.getFirst());
    for (int i = 1; i < path.size() && found != null; i++) {
      found = found.module(path.get(i));
    }
    return found;
  }

  private @Nullable ScriptModule imported(String name) {
    for (Imported imported : imports.reversed()) {
      if (imported.name.equals(name)) {
        return imported.module;
      }
    }
    return null;
  }
}

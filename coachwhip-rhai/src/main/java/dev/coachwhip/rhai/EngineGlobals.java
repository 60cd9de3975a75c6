package dev.coachwhip.rhai;

import dev.coachwhip.rhai.runtime.Scope;
import dev.coachwhip.rhai.runtime.Values;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables of one engine, in the order of their making. In the engine's turn. */
final class EngineGlobals {

  private final Scope scope = new Scope();

  /** Returns where scripts find and leave them. */
  Scope scope() {
    return scope;
  }

  /** Returns a variable's value, a copy; null if there is none. */
  @Nullable Object get(String name) {
    int index = scope.find(name);
    return index < 0 ? null : Values.copy(scope.value(index));
  }

  /** Sets a variable, or makes it; a constant of the name is no longer one. */
  void set(String name, Object value) {
    int index = scope.find(name);
    if (index < 0) {
      scope.push(name, value);
    } else {
      scope.setConstant(index, false);
      scope.setValue(index, value);
    }
  }

  void remove(String name) {
    boolean _ = scope.remove(name);
  }

  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (int i = 0; i < scope.size(); i++) {
      names.add(scope.name(i));
    }
    return names;
  }

  void clear() {
    scope.clear();
  }

  /**
   * Drops variables that others of their names hide, after a run: nothing can reach them any more,
   * and each {@code let} would leave one.
   *
   * @param before how many there were before the run
   */
  void dropHidden(int before) {
    scope.dropHidden(before);
  }
}

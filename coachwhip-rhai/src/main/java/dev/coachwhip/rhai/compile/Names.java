package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.link.Position;
import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.RhaiError;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;

/** Variables that are looked up by name in a scope. */
public final class Names {

  private Names() {}

  private static int find(Scope scope, String name, long position) {
    int index = scope.find(name);
    if (index < 0) {
      throw Position.fill(RhaiError.variableNotFound(name), position);
    }
    return index;
  }

  /**
   * Returns the value, not copied; a pointer to the function if another script has one of the name.
   */
  public static Object read(Run run, Scope scope, String name, long position) {
    int index = scope.find(name);
    return index < 0 ? Support.unknownVariable(run, name, position) : Slots.read(scope.get(index));
  }

  private static int checkVariable(Scope scope, String name, long position) {
    int index = find(scope, name, position);
    if (scope.isConstant(index)) {
      throw Position.fill(RhaiError.assignmentToConstant(name), position);
    }
    return index;
  }

  /** Makes a variable or constant. */
  public static void declare(
      Run run, Scope scope, String name, Object value, boolean constant, long position) {
    if (scope.size() >= run.limits().variables()) {
      throw Position.fill(RhaiError.tooManyVariables(), position);
    }
    scope.push(name, value, constant);
  }

  /** Sets the variable of a loop. */
  public static void set(Scope scope, String name, Object value) {
    int index = scope.find(name);
    scope.set(index, Slots.assign(scope.get(index), value));
  }

  /** Returns the value, whose variable a chain has locked. */
  public static Object readLocked(Run run, Scope scope, String name, long position) {
    return Slots.readLocked(scope.get(find(scope, name, position)));
  }

  /** Checks that the variable may be assigned to. */
  public static void checkAssignable(Run run, Scope scope, String name, long position) {
    int index = checkVariable(scope, name, position);
    Slots.checkAssignable(scope.get(index), name, position);
  }

  /** Returns what to share with a closure. */
  public static Object share(Run run, Scope scope, String name, long position) {
    return scope.share(find(scope, name, position));
  }

  /**
   * Returns what a function gets as its first argument: of constants and shared variables a copy.
   */
  public static Ref<Object> argument(Run run, Scope scope, String name, long position) {
    int index = find(scope, name, position);
    return Slots.argument(scope.get(index), scope.isConstant(index));
  }

  /** Stores what a function made of its first argument. */
  public static void afterCall(
      Run run, Scope scope, String name, Ref<Object> argument, long position) {
    int index = find(scope, name, position);
    if (!scope.isConstant(index)) {
      scope.set(index, Slots.afterCall(scope.get(index), argument));
    }
  }

  /** Tells whether the variable is a constant. */
  public static boolean isConstant(Scope scope, String name) {
    int index = scope.find(name);
    return index >= 0 && scope.isConstant(index);
  }

  /** Returns what the variable holds, for the {@code Slots} of a chain. */
  public static Object slot(Run run, Scope scope, String name, long position) {
    return scope.get(find(scope, name, position));
  }

  /** Stores what a chain made of the variable. */
  public static void store(Run run, Scope scope, String name, Object value, long position) {
    int index = find(scope, name, position);
    scope.set(index, Slots.assignLocked(scope.get(index), value));
  }

  /** Exports a variable. */
  public static void export(Run run, Scope scope, String name, String alias, long position) {
    scope.export(find(scope, name, position), alias);
  }

  /** Puts a variable of the top level into the run's scope; again, if it is there already. */
  public static void flush(Scope scope, int base, String name, Object value, boolean constant) {
    for (int i = scope.size() - 1; i >= base; i--) {
      if (scope.name(i).equals(name)) {
        scope.set(i, value);
        scope.setConstant(i, constant);
        return;
      }
    }
    scope.push(name, value, constant);
  }
}

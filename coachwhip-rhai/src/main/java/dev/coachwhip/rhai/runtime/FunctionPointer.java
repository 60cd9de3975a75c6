package dev.coachwhip.rhai.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Fn}: the name of a function or a closure, with the arguments that it was given already.
 */
public final class FunctionPointer {

  private final String name;
  private final List<Object> curried;
  private final Object[] given;
  private final @Nullable ScriptFunction function;
  private final @Nullable Program program;

  private FunctionPointer(
      String name,
      List<Object> curried,
      @Nullable ScriptFunction function,
      @Nullable Program program) {
    this.name = name;
    this.curried = curried;
    given = curried.toArray();
    this.function = function;
    this.program = program;
  }

  /** Returns one to whatever has the name when it is called: {@code Fn("name")}. */
  public static FunctionPointer named(String name) {
    return new FunctionPointer(name, List.of(), null, null);
  }

  /**
   * Returns one to a function of a script or a closure.
   *
   * @param captured for a closure the {@link Cell}s of what it captured, else empty
   */
  public static FunctionPointer to(ScriptFunction function, List<Object> captured) {
    return new FunctionPointer(function.name(), List.copyOf(captured), function, null);
  }

  /** Returns it with the functions that it sees, when it leaves the script that it is of. */
  public FunctionPointer in(Program program) {
    return new FunctionPointer(name, curried, function, program);
  }

  /** Returns one with more arguments given, which are not copied. */
  public FunctionPointer curry(Object... arguments) {
    List<Object> more = new ArrayList<>(curried);
    more.addAll(List.of(arguments));
    return new FunctionPointer(name, List.copyOf(more), function, program);
  }

  public String name() {
    return name;
  }

  /** Tells whether it is a closure. */
  public boolean isAnonymous() {
    return name.startsWith("anon$");
  }

  /** Returns the arguments that come first; {@link Cell}s for what a closure captured. */
  public List<Object> curried() {
    return curried;
  }

  /** Returns the number of arguments that come first. */
  public int curriedCount() {
    return given.length;
  }

  /** Returns one of the arguments that come first, as {@link #curried} does. */
  public Object curriedAt(int index) {
    return given[index];
  }

  /** Returns the function, if it is linked to one. */
  public @Nullable ScriptFunction function() {
    return function;
  }

  /** Returns where its name is looked up; null for the running script. */
  public @Nullable Program program() {
    return program;
  }

  @Override
  public String toString() {
    return "Fn(" + name + ")";
  }
}

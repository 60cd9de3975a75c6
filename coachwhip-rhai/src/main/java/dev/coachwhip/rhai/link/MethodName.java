package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Blob;
import dev.coachwhip.rhai.runtime.FunctionPointer;
import dev.coachwhip.rhai.runtime.Overload;
import dev.coachwhip.rhai.runtime.Program;
import dev.coachwhip.rhai.runtime.RhaiArray;
import dev.coachwhip.rhai.runtime.RhaiMap;
import dev.coachwhip.rhai.runtime.Run;
import org.jspecify.annotations.Nullable;

/**
 * The method that a chain comes to. Says whether it may change its receiver, so that a container
 * whose storage is shared must be copied on the way to it. Any thread.
 */
final class MethodName {

  /** What was found, and for what it holds. */
  private record Answer(Object linkage, Program program, boolean mayChange) {}

  private final String name;
  private final int arguments;
  private volatile @Nullable Answer answer;

  MethodName(String name, int arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  /** Tells whether a value that is in a container may be changed in place by the method. */
  boolean mayChange(Run run, Object value) {
    if (value instanceof RhaiMap map && Receivers.functionPointer(map, name) != null) {
      return true;
    }
    boolean container =
        value instanceof RhaiArray || value instanceof RhaiMap || value instanceof Blob;
    return container && mayChange(run);
  }

  @SuppressWarnings("ReferenceEquality") // tokens and programs, compared by identity on purpose
  private boolean mayChange(Run run) {
    Answer known = answer;
    if (known == null || known.linkage != run.linkage() || known.program != run.program()) {
      known = new Answer(run.linkage(), run.program(), find(run));
      answer = known;
    }
    return known.mayChange;
  }

  private boolean find(Run run) {
    if (run.program().defines(name, arguments)) {
      return true;
    }
    boolean found = false;
    for (Overload overload : run.functions().overloads(name, arguments + 1)) {
      found = true;
      if (!overload.isPure() || takesCallback(overload)) {
        return true;
      }
    }
    return !found; // then it is a property that holds a function
  }

  // Callbacks may change the items that they get as `this`.
  private static boolean takesCallback(Overload overload) {
    return overload.parameterTypes().contains(FunctionPointer.class);
  }
}

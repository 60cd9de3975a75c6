package dev.coachwhip.rhai.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function that a script defines. Any thread. */
public interface ScriptFunction {

  /** Returns its name; {@code anon$...} for a closure. */
  String name();

  /** Returns the names of its parameters, for a closure those it captures first. */
  List<String> parameters();

  /** Returns the type's name of a typed method, else null. */
  @Nullable String thisType();

  /** Returns false for a private function. */
  boolean isVisible();

  /** Returns its doc-comments as written. */
  List<String> comments();

  /** Returns the name of the source that defines it; empty where that is not known. */
  default String source() {
    return "";
  }

  /**
   * Calls it, without wrapping errors: the caller knows the position. Counts as one call level.
   *
   * @param self what {@code this} is bound to, null for nothing
   * @param arguments as many as there are parameters, already copied; captured ones are {@link
   *     Cell}s
   */
  Object call(Run run, @Nullable Ref<Object> self, Object[] arguments);
}

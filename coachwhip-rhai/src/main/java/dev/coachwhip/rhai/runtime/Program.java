package dev.coachwhip.rhai.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script that can run: its top level and its functions. Holds no state of a run; any thread. */
public interface Program {

  /**
   * Runs the top level in the run's scope.
   *
   * @return the value of the last expression
   * @throws RhaiError if the script fails
   */
  Object execute(Run run);

  /**
   * Returns a function.
   *
   * @param thisType for typed methods the type's name, else null
   * @return null if the script defines none of that name and number of parameters
   */
  @Nullable ScriptFunction function(String name, int arity, @Nullable String thisType);

  /** Returns all functions but closures, in source order. */
  List<ScriptFunction> functions();

  /** Tells whether there is a function or method of a name with this number of parameters. */
  default boolean defines(String name, int arity) {
    return functions().stream()
        .anyMatch(
            function -> function.name().equals(name) && function.parameters().size() == arity);
  }

  /** Returns what the closures in the script run, whether made already or not. */
  default List<ScriptFunction> closures() {
    return List.of();
  }
}

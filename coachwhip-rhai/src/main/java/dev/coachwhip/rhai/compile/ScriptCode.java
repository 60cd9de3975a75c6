package dev.coachwhip.rhai.compile;

import dev.coachwhip.rhai.runtime.Ref;
import dev.coachwhip.rhai.runtime.Run;
import dev.coachwhip.rhai.runtime.Scope;
import org.jspecify.annotations.Nullable;

/** What the class generated for a script extends: the way in from other code. */
public abstract class ScriptCode {

  /** For generated classes. */
  protected ScriptCode() {}

  /** Runs the top level. */
  public abstract @Nullable Object execute(Run run, Scope scope, @Nullable Ref<Object> self);

  /** Calls the generic version of a function, by its number. */
  public abstract Object invoke(
      int function, Run run, @Nullable Ref<Object> self, Object[] arguments);

  /** Calls a function that looks up its variables by name, in a scope that is given. */
  public abstract Object invokeIn(
      int function, Run run, Scope scope, @Nullable Ref<Object> self, Object[] arguments);
}

package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import org.jspecify.annotations.Nullable;

/** How the arguments of a Java method become those of a script's function. Threadsafe. */
@FunctionalInterface
interface ArgumentPlan {

  /** Calls the function with the method's arguments, as many as the method has parameters. */
  ScriptValue call(ScriptCallable function, @Nullable Object[] arguments);
}

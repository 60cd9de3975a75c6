package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.internal.convert.Conversions;
import dev.coachwhip.internal.convert.Converter;
import org.jspecify.annotations.Nullable;

/**
 * What a Java method does that a script's function implements.
 *
 * @param function called
 * @param arguments how to pass them
 * @param result makes the method's result
 */
record MethodCall(ScriptCallable function, ArgumentPlan arguments, Converter result) {

  private static final @Nullable Object[] NO_ARGUMENTS = {};

  /** Calls; {@code passed} is null where the method has no parameters. */
  @Nullable Object call(@Nullable Object @Nullable [] passed) {
    ScriptValue value = arguments.call(function, passed == null ? NO_ARGUMENTS : passed);
    return Conversions.to(value, result);
  }
}

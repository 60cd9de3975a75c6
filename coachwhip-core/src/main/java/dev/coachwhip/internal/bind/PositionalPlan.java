package dev.coachwhip.internal.bind;

import dev.coachwhip.ScriptCallable;
import dev.coachwhip.ScriptValue;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Passes all arguments by position.
 *
 * @param spreadsLast the last is an array whose elements are arguments
 */
record PositionalPlan(boolean spreadsLast) implements ArgumentPlan {

  static PositionalPlan of(Method method) {
    return new PositionalPlan(method.isVarArgs());
  }

  @Override
  public ScriptValue call(ScriptCallable function, @Nullable Object[] arguments) {
    return function.call(spreadsLast ? spread(arguments) : arguments);
  }

  private static @Nullable Object[] spread(@Nullable Object[] arguments) {
    int before = arguments.length - 1;
    Object last = arguments[before];
    int more = last == null ? 0 : Array.getLength(last);
    @Nullable Object[] all = Arrays.copyOf(arguments, before + more);
    for (int i = 0; i < more; i++) {
      all[before + i] = Array.get(last, i);
    }
    return all;
  }
}

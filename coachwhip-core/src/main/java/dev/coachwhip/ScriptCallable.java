package dev.coachwhip;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of a script, held by the host; stays callable until its engine is closed. Any thread.
 */
public interface ScriptCallable {

  /**
   * Calls it with positional arguments, converted as by {@link ScriptEngine#setGlobal}.
   *
   * @throws dev.coachwhip.error.ScriptException as {@link ScriptEngine#call}
   * @throws IllegalStateException if its engine is closed
   */
  default ScriptValue call(@Nullable Object... arguments) {
    return call(Map.of(), arguments);
  }

  /**
   * Calls it with keyword and positional arguments.
   *
   * @param named keyword arguments; must be empty where the language has none
   */
  ScriptValue call(Map<String, ?> named, @Nullable Object... arguments);
}

package dev.coachwhip.spi;

import dev.coachwhip.HostFunction;
import dev.coachwhip.ScriptEngine;
import dev.coachwhip.ScriptValue;
import dev.coachwhip.error.ScriptException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host has set in an engine, to set it again in one that takes its place after a crash or
 * a run that did not let itself stop. Values are held as given, not copied. Threadsafe.
 */
public final class HostGlobals {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  /** Notes a variable; what refers to an object of the engine ends with it, and is not noted. */
  public synchronized void set(String name, @Nullable Object value) {
    values.remove(name);
    if (!(value instanceof ScriptValue script && script.isReference())) {
      values.put(name, value);
    }
  }

  /** Notes a registered function. */
  public void register(String name, HostFunction function) {
    set(name, new Registered(function));
  }

  /** Forgets all. */
  public synchronized void clear() {
    values.clear();
  }

  /**
   * Sets all of it in another engine, in the order it was set.
   *
   * @throws ScriptException if the engine refuses a value
   */
  public void replay(ScriptEngine engine) {
    snapshot()
        .forEach((name, value) -> {
          if (value instanceof Registered registered) {
            engine.registerFunction(name, registered.function());
          } else {
            engine.setGlobal(name, value);
          }
        });
  }

  private synchronized Map<String, @Nullable Object> snapshot() {
    return new LinkedHashMap<>(values);
  }

  private record Registered(HostFunction function) {}
}

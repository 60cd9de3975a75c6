package dev.coachwhip.spi;

import dev.coachwhip.ScriptEngine;
import java.util.Map;

/**
 * Makes engines whose backend runs in a process of its own; found through {@link
 * java.util.ServiceLoader}, for {@link dev.coachwhip.Isolation#PROCESS}.
 */
public interface IsolatedEngines {

  /** Returns the names of the options it takes beside the backend's, each with its type. */
  default Map<String, Class<?>> options() {
    return Map.of();
  }

  /**
   * Makes an engine.
   *
   * @param provider the backend, for what it says of itself; the engine made by it is to be made in
   *     the other process
   * @param config checked against the backend's capabilities and options
   * @throws dev.coachwhip.error.BackendException if the process or the backend in it cannot start,
   *     or the sandbox that was asked for cannot be had
   * @throws IllegalArgumentException if an option cannot be handed to another process; names it
   */
  ScriptEngine create(ScriptEngineProvider provider, EngineConfig config);
}

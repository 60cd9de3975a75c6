package dev.coachwhip;

/**
 * An engine whose backend can be exchanged while the program runs. A running script finishes on the
 * old backend, then globals and host functions move, then the next call runs on the new one.
 *
 * <p>Globals that hold plain data move. Functions, classes and modules of the old language stay
 * behind, since they are code of that language. Output, limits and options are the new backend's
 * own defaults unless {@link #swapTo(ScriptEngine)} is given an engine built otherwise.
 */
public interface SwappableScriptEngine extends ScriptEngine {

  /**
   * Continues on a new engine of another backend.
   *
   * @param backend a name of {@link ScriptEngines#available()}
   * @throws dev.coachwhip.error.BackendException if there is no such backend or it cannot start;
   *     nothing changes then
   * @throws dev.coachwhip.error.TypeConversionException if the new backend cannot hold a global;
   *     names all of them; nothing changes then
   * @throws IllegalStateException if called from a host function that this engine runs, or the
   *     engine is closed
   */
  void swapTo(String backend);

  /**
   * Continues on an engine that the caller made and now gives away.
   *
   * @throws dev.coachwhip.error.TypeConversionException as above; the given engine is left open
   */
  void swapTo(ScriptEngine engine);
}

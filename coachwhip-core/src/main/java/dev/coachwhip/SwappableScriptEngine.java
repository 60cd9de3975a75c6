package dev.coachwhip;

/**
 * An engine whose backend can be exchanged while the program runs. Running and queued scripts
 * finish on the old backend, then globals and host functions move, then the next call runs on the
 * new one. Calls that come while a swap waits wait for the swap, {@link #start(ScriptSource)} among
 * them; those of a host function that this engine runs do not.
 *
 * <p>Globals that hold plain data or a host function move. Functions, classes and modules of the
 * old language stay behind, since they are code of that language, and so does a {@link
 * ScriptCallable} made of one. Output, limits and options are the new backend's own defaults unless
 * {@link #swapTo(ScriptEngine)} is given an engine built otherwise.
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
   * @throws dev.coachwhip.error.ScriptCancelledException if interrupted while waiting (the thread's
   *     interrupted status is kept); nothing changes then
   * @throws IllegalStateException if called from a host function that this engine runs, or the
   *     engine is closed
   */
  void swapTo(String backend);

  /**
   * Continues on an engine that the caller made and now gives away. What it already has is kept,
   * but for globals that move under the same name.
   *
   * @throws IllegalArgumentException if it is the one in use, or not made by {@link ScriptEngines}
   * @throws dev.coachwhip.error.TypeConversionException as above; the given engine then stays the
   *     caller's, and holds the globals it could
   * @throws dev.coachwhip.error.ScriptCancelledException as above
   * @throws IllegalStateException as above
   */
  void swapTo(ScriptEngine engine);
}
